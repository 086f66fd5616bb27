import { sql } from 'kysely'
import { attribute } from '../../platform/db/attribution.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuse } from './refusals.ts'
import { type AttemptHistory, admit, knownPairDays, windowSeconds } from './throttle-rules.ts'
import { type AttemptKind, keyedDigest, networkOf } from './tokens.ts'

interface Attempt {
  /** what is tried; each kind is counted apart */
  kind?: AttemptKind
  foldedLogin: string
  networkAddress: string
  now: Date
}

interface Digests {
  login: string
  network: string
}

async function digestsOf(tx: Tx, { kind = 'login', foldedLogin, networkAddress }: Attempt): Promise<Digests> {
  const { secret } = await tx.selectFrom('accounts.installation_secret').select(['secret']).executeTakeFirstOrThrow()
  return {
    login: keyedDigest(secret, kind, foldedLogin),
    network: keyedDigest(secret, 'network', networkOf(networkAddress)),
  }
}

/** Counting and inserting must not interleave, or a hundred guesses sent at once would all count zero. */
async function queueUp(tx: Tx, digests: Digests): Promise<void> {
  for (const digest of [digests.login, digests.network].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 21))`.execute(tx)
  }
}

async function historyOf(tx: Tx, digests: Digests, now: Date): Promise<AttemptHistory> {
  const found = await sql<AttemptHistory>`
    with success as (
      select max(id) as id from accounts.sign_in_attempt
      where login_digest = ${digests.login} and network_digest = ${digests.network} and succeeded
        and attempted_at > ${now}::timestamptz - make_interval(days => ${knownPairDays})
    ), recent as (
      select login_digest = ${digests.login} as same_login, network_digest = ${digests.network} as same_network, was_deferred, id,
        extract(epoch from ${now}::timestamptz - attempted_at)::float8 as seconds_ago
      from accounts.sign_in_attempt
      where (login_digest = ${digests.login} or network_digest = ${digests.network}) and not succeeded
        and attempted_at > ${now}::timestamptz - make_interval(secs => ${windowSeconds})
    ), pair as (
      select seconds_ago, was_deferred, id > coalesce((select id from success), 0) as counts
      from recent where same_login and same_network
    )
    select (select count(*) from pair where counts and not was_deferred) as "pairFailures",
      (select min(seconds_ago) from pair where counts and not was_deferred) as "pairSecondsAgo",
      (select count(*) from recent where same_network and not was_deferred) as "networkFailures",
      (select min(seconds_ago) from recent where same_network and not was_deferred) as "networkSecondsAgo",
      (select count(*) from recent where same_login and not was_deferred) as "loginFailures",
      (select id from success) is not null as "isKnownPair",
      (select max(seconds_ago) from pair) as "knockedSecondsAgo"`.execute(tx)
  const [history] = found.rows
  if (history === undefined) throw new Error('a query of aggregates answered no row')
  return history
}

async function record(tx: Tx, digests: Digests, attempt: { wasDeferred: boolean; now: Date }): Promise<number> {
  const row = await tx
    .insertInto('accounts.sign_in_attempt')
    .values({
      login_digest: digests.login,
      network_digest: digests.network,
      succeeded: false,
      was_deferred: attempt.wasDeferred,
      attempted_at: attempt.now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  // A refusal rolls the request's transaction back, and the attempt must outlive it. So it is committed here, before the password is even
  // looked at, and the request goes on in the next transaction of the same connection. The locks of queueUp end here too.
  await sql`commit and chain`.execute(tx)
  // a new transaction: who acts is to be told again
  await attribute(tx)
  return row.id
}

/** Admits one sign-in and counts it as failed until `markSuccess`; throws sign-in-throttled with the seconds to wait. Call it first in a transaction. */
export async function admitAttempt(tx: Tx, attempt: Attempt): Promise<number> {
  const { now } = attempt
  const digests = await digestsOf(tx, attempt)
  await queueUp(tx, digests)
  const admission = admit(await historyOf(tx, digests, now))
  if (admission.kind === 'admitted') return await record(tx, digests, { wasDeferred: false, now })
  if (admission.kind === 'knock') await record(tx, digests, { wasDeferred: true, now })
  throw refuse('sign-in-throttled', { seconds: admission.seconds })
}

/** Turns the counted failure into a success once the password proved right. */
export async function markSuccess(tx: Tx, attemptId: number): Promise<void> {
  await tx.updateTable('accounts.sign_in_attempt').set({ succeeded: true }).where('id', '=', attemptId).execute()
}
