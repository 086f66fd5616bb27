import { sessionCookie } from '../../../platform/http/request-facts.ts'
import {
  type CookieChange,
  command,
  nothing,
  query,
  type RouteRow,
  type Write,
  withHeaders,
} from '../../../platform/http/rows.ts'
import type { OpenedSession } from '../open-session.ts'
import { signIn } from '../sign-in.ts'
import { signOut } from '../sign-out.ts'
import type { PendingStep } from './admit-holder.ts'
import { clientRoutes } from './client-routes.ts'
import { askPendingPasskey, finishSignIn } from './finish-sign-in.ts'
import { linkIdentity } from './link-identity.ts'
import {
  CeremonyOptions,
  Done,
  done,
  FactorProof,
  LinkIdentity,
  SignedOut,
  SignInAnswer,
  SignInRequest,
  SignInWays,
  SignOnAddress,
  SignOnAnswer,
  SignOnRequest,
  SignOnReturn,
} from './messages.ts'
import { ownRoutes } from './own-routes.ts'
import { beginSignOn, finishSignOn } from './sign-on.ts'

const tag = 'accounts'
const pendingCookie = 'ocop_pending'
const signOnCookie = 'ocop_sign_on'

function forget(name: string): CookieChange {
  return { name, value: null, maxAgeSeconds: 0 }
}

function cookiesOf(admitted: OpenedSession | PendingStep): CookieChange[] {
  const { maxAgeSeconds } = admitted
  if ('secondFactor' in admitted) return [{ name: pendingCookie, value: admitted.pendingToken, maxAgeSeconds }]
  return [{ name: sessionCookie, value: admitted.token, maxAgeSeconds }, forget(pendingCookie)]
}

function stepOf(context: Write) {
  return {
    ...context,
    publicUrl: context.config.publicUrl,
    pendingToken: context.brought.cookies[pendingCookie] ?? null,
  }
}

const passwordRows: RouteRow[] = [
  command({
    method: 'POST',
    path: '/api/v1/sessions',
    access: 'anyone',
    tag,
    summary: 'Sign in; the session travels in a cookie. 202 when a second factor is owed',
    input: SignInRequest,
    output: SignInAnswer,
    run: async (context, input) => {
      const admitted = await signIn(context, input)
      const cookies = cookiesOf(admitted)
      if ('me' in admitted) return withHeaders<SignInAnswer>(admitted.me, { cookies })
      return withHeaders<SignInAnswer>({ secondFactor: admitted.secondFactor }, { status: 202, cookies })
    },
  }),
  command({
    method: 'POST',
    path: '/api/v1/sessions/second-factor',
    access: 'anyone',
    tag,
    summary: 'Finish signing in by code, recovery code or passkey',
    input: FactorProof,
    output: SignInAnswer,
    run: async (context, input) => {
      const opened = await finishSignIn(stepOf(context), input)
      return withHeaders<SignInAnswer>(opened.me, { cookies: cookiesOf(opened) })
    },
  }),
  command({
    method: 'POST',
    path: '/api/v1/sessions/second-factor/passkey-options',
    access: 'anyone',
    tag,
    summary: 'What the browser needs to finish signing in by passkey',
    input: nothing,
    output: CeremonyOptions,
    run: async (context) => ({ options: { ...(await askPendingPasskey(stepOf(context))) } }),
  }),
  command({
    method: 'DELETE',
    path: '/api/v1/sessions/current',
    access: 'anyone',
    tag,
    summary: 'Sign out; the session ends at once',
    input: nothing,
    output: SignedOut,
    run: async (context) => withHeaders(await signOut(context), { cookies: [forget(sessionCookie)] }),
  }),
]

const signOnRows: RouteRow[] = [
  query({
    method: 'GET',
    path: '/api/v1/sign-in',
    access: 'anyone',
    tag,
    summary: 'How one may sign in here',
    input: nothing,
    output: SignInWays,
    run: async ({ config: { oidc } }) => ({ signOn: oidc === null ? null : { name: oidc.name } }),
  }),
  command({
    method: 'POST',
    path: '/api/v1/sign-on',
    access: 'anyone',
    tag,
    summary: 'Begin single sign-on: the address of the provider to go to',
    input: SignOnRequest,
    output: SignOnAddress,
    run: async (context, input) => {
      const { address, browserToken, maxAgeSeconds } = await beginSignOn(context, input)
      return withHeaders({ address }, { cookies: [{ name: signOnCookie, value: browserToken, maxAgeSeconds }] })
    },
  }),
  command({
    method: 'POST',
    path: '/api/v1/sign-on/return',
    access: 'anyone',
    tag,
    summary: 'Finish single sign-on; an identity that nobody linked is answered with a code for the administrator',
    input: SignOnReturn,
    output: SignOnAnswer,
    run: async (context, { search }) => {
      const browserToken = context.brought.cookies[signOnCookie] ?? null
      const outcome = await finishSignOn(context, { search, browserToken })
      if ('linkingCode' in outcome)
        return withHeaders<SignOnAnswer>(outcome, { status: 202, cookies: [forget(signOnCookie)] })
      const { admitted, next } = outcome
      const cookies = [...cookiesOf(admitted), forget(signOnCookie)]
      if ('me' in admitted) return withHeaders<SignOnAnswer>({ me: admitted.me, next }, { cookies })
      return withHeaders<SignOnAnswer>({ secondFactor: admitted.secondFactor, next }, { status: 202, cookies })
    },
  }),
  command({
    method: 'POST',
    path: '/api/v1/office/accounts/:id/identities',
    access: 'accounts.manage',
    confirmed: true,
    tag,
    summary: 'Link the identity behind a code to an account in scope',
    input: LinkIdentity,
    output: Done,
    run: async (context, input) => {
      await linkIdentity(context, input)
      return done
    },
  }),
]

export const routes: RouteRow[] = [...passwordRows, ...signOnRows, ...ownRoutes, ...clientRoutes]
