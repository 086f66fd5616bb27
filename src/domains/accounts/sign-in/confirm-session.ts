import { passwordMatches } from '../passwords.ts'
import { admitAttempt, markSuccess } from '../throttle.ts'
import type { Confirmation } from './messages.ts'
import { type Own, requirePerson } from './own-factors.ts'
import { proveFactor } from './prove-factor.ts'
import { refuse } from './refusals.ts'
import { stampConfirmation } from './store.ts'

type Here = Own & { connection: { networkAddress: string } }

/** Proves once more that it is the same person, by password or second factor; for ten minutes acts that cannot be undone are open. */
export async function confirmSession(here: Here, proof: Confirmation): Promise<{ confirmedAt: string }> {
  const { tx, actor, now, config, connection } = here
  const person = await requirePerson(tx, actor)
  const attemptId = await admitAttempt(tx, {
    kind: proof.password === undefined ? 'factor' : 'login',
    foldedLogin: person.folded_login,
    networkAddress: connection.networkAddress,
    now,
  })
  const ceremony = { tx, now, publicUrl: config.publicUrl, ownerHash: person.sessionHash, account: { id: person.id } }
  const isRight =
    proof.password === undefined
      ? await proveFactor(ceremony, proof)
      : await passwordMatches(person.password_hash, proof.password)
  if (!isRight) throw refuse('proof-wrong')
  await markSuccess(tx, attemptId)
  await stampConfirmation(tx, person.sessionHash, now)
  return { confirmedAt: now.toISOString() }
}
