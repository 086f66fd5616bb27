import { requirePassword } from '../accept-invitation.ts'
import { hashPassword, passwordMatches } from '../passwords.ts'
import { admitAttempt, markSuccess } from '../throttle.ts'
import { type Own, requirePerson } from './own-factors.ts'
import { refuse } from './refusals.ts'
import { endSessions } from './store.ts'

type Here = Own & { connection: { networkAddress: string } }

/** Changes one's own password: the old one is asked and throttled like a sign-in, every other session of the account ends. */
export async function changePassword(
  here: Here,
  input: { oldPassword: string; newPassword: string },
): Promise<{ ended: number }> {
  const { tx, actor, now, connection } = here
  const person = await requirePerson(tx, actor)
  const attemptId = await admitAttempt(tx, {
    foldedLogin: person.folded_login,
    networkAddress: connection.networkAddress,
    now,
  })
  if (!(await passwordMatches(person.password_hash, input.oldPassword))) {
    const { vi, en } = refuse('old-password-wrong').refusal
    throw refuse('old-password-wrong', {}, [{ path: 'oldPassword', vi, en }])
  }
  await markSuccess(tx, attemptId)
  requirePassword(input.newPassword, person.login, 'newPassword')
  const hash = await hashPassword(input.newPassword)
  await tx.updateTable('accounts.account').set({ password_hash: hash }).where('id', '=', person.id).execute()
  return { ended: await endSessions(tx, { accountId: person.id, keptHash: person.sessionHash, now }) }
}
