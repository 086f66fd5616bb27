import type { Arrival, OpenedSession } from './open-session.ts'
import { passwordMatches } from './passwords.ts'
import { findSignInRow } from './queries.ts'
import { refuse } from './refusals.ts'
import { foldLogin } from './rules.ts'
import { admitHolder, type PendingStep } from './sign-in/admit-holder.ts'
import { admitAttempt, markSuccess } from './throttle.ts'

/**
 * Signs a person in, or leads them to their second factor. An unknown login, a wrong password, a suspended account and one without a role are refused in the same words after
 * the same work. The attempt is counted (and committed) before the password is looked at; see throttle.ts.
 */
export async function signIn(
  arrival: Arrival,
  input: { login: string; password: string },
): Promise<OpenedSession | PendingStep> {
  const { tx, now, connection } = arrival
  const foldedLogin = foldLogin(input.login)
  const attemptId = await admitAttempt(tx, { foldedLogin, networkAddress: connection.networkAddress, now })
  const found = await findSignInRow(tx, foldedLogin)
  const isRight = await passwordMatches(found?.passwordHash ?? null, input.password)
  if (found === undefined || !isRight) throw refuse('sign-in-failed')
  await markSuccess(tx, attemptId)
  return await admitHolder(arrival, { accountId: found.accountId, grantId: found.grantId })
}
