import { sessionCookie } from '../../platform/http/request-facts.ts'
import { command, nothing, query, type RouteRow, withHeaders } from '../../platform/http/rows.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteAccount } from './invite-account.ts'
import { listRoles } from './list-roles.ts'
import {
  Acceptance,
  InvitationLink,
  InvitationRequest,
  InvitationToken,
  InvitationView,
  Me,
  Roles,
} from './messages.ts'
import type { OpenedSession } from './open-session.ts'
import { readInvitation } from './read-invitation.ts'
import { readMe } from './read-me.ts'

const tag = 'accounts'

function withSession({ me, token, maxAgeSeconds }: OpenedSession) {
  return withHeaders(me, { cookies: [{ name: sessionCookie, value: token, maxAgeSeconds }] })
}

export const routes: RouteRow[] = [
  query({
    method: 'GET',
    path: '/api/v1/me',
    access: 'signed-in',
    whileEnrolling: true,
    tag,
    summary: 'Who is signed in, in which role and scope',
    input: nothing,
    output: Me,
    run: readMe,
  }),
  query({
    method: 'GET',
    path: '/api/v1/roles',
    access: 'accounts.invite',
    tag,
    summary: 'Roles with their permissions, and which of them the caller may hand out',
    input: nothing,
    output: Roles,
    run: listRoles,
  }),
  command({
    method: 'POST',
    path: '/api/v1/invitations',
    access: 'accounts.invite',
    tag,
    summary: 'Issue a one-time link that makes an account; shown once, valid for 7 days',
    input: InvitationRequest,
    output: InvitationLink,
    run: inviteAccount,
  }),
  query({
    method: 'GET',
    path: '/api/v1/invitations/:token',
    access: 'anyone',
    tag,
    summary: 'What an invitation offers its holder',
    input: InvitationToken,
    output: InvitationView,
    run: readInvitation,
  }),
  command({
    method: 'POST',
    path: '/api/v1/invitations/:token/acceptance',
    access: 'anyone',
    tag,
    summary: 'Accept an invitation: choose a login and a password, and be signed in',
    input: Acceptance,
    output: Me,
    run: async (context, input) => withSession(await acceptInvitation(context, input)),
  }),
]
