import { command, nothing, query, type RouteRow } from '../../../platform/http/rows.ts'
import { changePassword } from './change-password.ts'
import { confirmSession } from './confirm-session.ts'
import {
  ById,
  CeremonyOptions,
  Confirmation,
  Confirmed,
  Done,
  done,
  Ended,
  Factors,
  NewPasskey,
  PasswordChange,
  RecoveryCodes,
  Sessions,
  TotpCode,
  TotpOffer,
} from './messages.ts'
import {
  beginTotp,
  confirmTotp,
  enrolPasskey,
  ownCeremony,
  readFactors,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
} from './own-factors.ts'
import { endOtherSessions, endOwnSession, listSessions } from './own-sessions.ts'
import { askPasskey, offerPasskey } from './passkeys.ts'

/** What every person may do about their own sign-in, also while a second factor is still owed. */
const own = { access: 'signed-in', whileEnrolling: true, tag: 'my account' } as const
const path = '/api/v1/me'

const factorRows: RouteRow[] = [
  query({
    ...own,
    method: 'GET',
    path: `${path}/factors`,
    summary: 'My second factors, and whether my role needs one',
    input: nothing,
    output: Factors,
    run: readFactors,
  }),
  command({
    ...own,
    method: 'POST',
    path: `${path}/totp`,
    confirmed: true,
    summary: 'Offer a code generator; its secret is shown once',
    input: nothing,
    output: TotpOffer,
    run: beginTotp,
  }),
  command({
    ...own,
    method: 'POST',
    path: `${path}/totp/confirmation`,
    confirmed: true,
    summary: 'Make the offered code generator count by a code of it; with the first factor come recovery codes',
    input: TotpCode,
    output: RecoveryCodes,
    run: confirmTotp,
  }),
  command({
    ...own,
    method: 'DELETE',
    path: `${path}/totp`,
    confirmed: true,
    summary: 'Remove the code generator',
    input: nothing,
    output: Done,
    run: async (context) => {
      await removeTotp(context)
      return done
    },
  }),
  command({
    ...own,
    method: 'POST',
    path: `${path}/recovery-codes`,
    confirmed: true,
    summary: 'Ten new recovery codes, shown once; the old ones stop working',
    input: nothing,
    output: RecoveryCodes,
    run: renewRecoveryCodes,
  }),
  command({
    ...own,
    method: 'POST',
    path: `${path}/passkeys/options`,
    confirmed: true,
    summary: 'What the browser needs to make a passkey',
    input: nothing,
    output: CeremonyOptions,
    run: async (context) => ({ options: { ...(await offerPasskey(await ownCeremony(context))) } }),
  }),
  command({
    ...own,
    method: 'POST',
    path: `${path}/passkeys`,
    confirmed: true,
    summary: 'Add a passkey',
    input: NewPasskey,
    output: RecoveryCodes,
    run: enrolPasskey,
  }),
  command({
    ...own,
    method: 'DELETE',
    path: `${path}/passkeys/:id`,
    confirmed: true,
    summary: 'Remove a passkey',
    input: ById,
    output: Done,
    run: async (context, input) => {
      await removePasskey(context, input)
      return done
    },
  }),
]

const sessionRows: RouteRow[] = [
  command({
    ...own,
    method: 'PUT',
    path: `${path}/password`,
    summary: 'Change my password; my other sessions end',
    input: PasswordChange,
    output: Ended,
    run: changePassword,
  }),
  query({
    ...own,
    method: 'GET',
    path: `${path}/sessions`,
    summary: 'Where I am signed in',
    input: nothing,
    output: Sessions,
    run: listSessions,
  }),
  command({
    ...own,
    method: 'DELETE',
    path: `${path}/sessions/:id`,
    summary: 'End one of my sessions',
    input: ById,
    output: Ended,
    run: endOwnSession,
  }),
  command({
    ...own,
    method: 'DELETE',
    path: `${path}/sessions`,
    summary: 'End all my sessions but this one',
    input: nothing,
    output: Ended,
    run: endOtherSessions,
  }),
  command({
    ...own,
    method: 'POST',
    path: '/api/v1/sessions/current/confirmation',
    summary: 'Prove once more that it is me, by password or second factor; counts for 10 minutes',
    input: Confirmation,
    output: Confirmed,
    run: confirmSession,
  }),
  command({
    ...own,
    method: 'POST',
    path: '/api/v1/sessions/current/confirmation/passkey-options',
    summary: 'What the browser needs to confirm by passkey',
    input: nothing,
    output: CeremonyOptions,
    run: async (context) => ({ options: { ...(await askPasskey(await ownCeremony(context))) } }),
  }),
]

export const ownRoutes: RouteRow[] = [...factorRows, ...sessionRows]
