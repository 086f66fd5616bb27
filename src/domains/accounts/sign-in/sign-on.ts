import { sql } from 'kysely'
import type { Config } from '../../../platform/config/config.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Arrival, OpenedSession } from '../open-session.ts'
import { isToken, newToken, tokenHash } from '../tokens.ts'
import { admitHolder, type PendingStep } from './admit-holder.ts'
import { identityOf, leaveFor, requireProvider } from './oidc.ts'
import { refuse } from './refusals.ts'
import { claimMs, foldCode, ownPath, signOnMs } from './rules.ts'
import { newCode } from './seal.ts'

type Here = Arrival & { config: Pick<Config, 'oidc' | 'publicUrl'> }

/** Sends a person to the provider; the journey is kept here and bound to this browser by a cookie. */
export async function beginSignOn({ tx, now, config }: Here, { next }: { next: string }) {
  const { address, ...journey } = await leaveFor(requireProvider(config), config.publicUrl)
  const browserToken = newToken()
  await tx
    .insertInto('accounts.sign_on_attempt')
    .values({
      browser_hash: tokenHash(browserToken),
      state: journey.state,
      nonce: journey.nonce,
      code_verifier: journey.codeVerifier,
      next_path: ownPath(next),
      expires_at: new Date(now.getTime() + signOnMs),
    })
    .execute()
  return { address, browserToken, maxAgeSeconds: signOnMs / 1000 }
}

/** Takes the journey of this browser away for good, committed before the provider is asked: it is never tried twice. */
async function takeJourney(tx: Tx, browserToken: string | null, now: Date) {
  if (browserToken === null || !isToken(browserToken)) throw refuse('sign-on-refused')
  const taken = await tx
    .deleteFrom('accounts.sign_on_attempt')
    .where('browser_hash', '=', tokenHash(browserToken))
    .returning(['state', 'nonce', 'code_verifier', 'next_path', 'expires_at'])
    .executeTakeFirst()
  await sql`commit and chain`.execute(tx)
  if (taken === undefined || taken.expires_at <= now) throw refuse('sign-on-refused')
  return taken
}

async function findHolder(tx: Tx, identity: { issuer: string; subject: string }) {
  return await tx
    .selectFrom('accounts.identity as i')
    .innerJoin('accounts.account as a', 'a.id', 'i.account_id')
    .leftJoin('accounts.role_grant as g', (join) =>
      join.onRef('g.account_id', '=', 'a.id').on('g.ended_at', 'is', null).on('a.state', '=', 'active'),
    )
    .select(['a.id as accountId', 'g.id as grantId'])
    .where('i.issuer', '=', identity.issuer)
    .where('i.subject', '=', identity.subject)
    .orderBy('g.granted_at', (order) => order.desc().nullsLast())
    .orderBy('g.id')
    .executeTakeFirst()
}

/** What came of a journey: a session or its second step, and where to go; or a code to show to the administrator. */
export type SignedOn =
  | { admitted: OpenedSession | PendingStep; next: string }
  | { linkingCode: string; provider: string }

/** Brings a person back from the provider. A linked identity goes on like a right password; an unlinked one learns a code of one day. */
export async function finishSignOn(
  here: Here,
  { search, browserToken }: { search: string; browserToken: string | null },
): Promise<SignedOn> {
  const { tx, now, config } = here
  const provider = requireProvider(config)
  const journey = await takeJourney(tx, browserToken, now)
  const identity = await identityOf(provider, config.publicUrl, {
    state: journey.state,
    nonce: journey.nonce,
    codeVerifier: journey.code_verifier,
    search,
  })
  const holder = await findHolder(tx, identity)
  if (holder === undefined) {
    const linkingCode = newCode()
    const expires_at = new Date(now.getTime() + claimMs)
    await tx
      .insertInto('accounts.identity_claim')
      .values({ code_hash: tokenHash(foldCode(linkingCode)), ...identity, expires_at })
      .execute()
    return { linkingCode, provider: provider.name }
  }
  const { accountId, grantId } = holder
  if (grantId === null) throw refuse('sign-on-refused')
  return { admitted: await admitHolder(here, { accountId, grantId }), next: journey.next_path }
}
