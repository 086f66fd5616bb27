import { sql } from 'kysely'
import type { z } from 'zod'
import type { Upload, Write } from '../../platform/http/rows.ts'
import { drawSlips } from './draw-slips.ts'
import { issueInvitation, originOf } from './issue-invitation.ts'
import { type JudgedPerson, judgePeople } from './judge-people.ts'
import type { ApplyPeopleList, PeopleList, PeopleListApplied } from './messages.ts'
import { readPeople } from './people-list.ts'
import { refuse } from './refusals.ts'
import { invitationMs } from './rules.ts'
import type { InvitationContent } from './write-invitation.ts'

function toPeopleList(people: readonly JudgedPerson[]): PeopleList {
  const ready = people.filter((person) => person.problems.length === 0)
  return {
    rows: people.map(({ row, displayName, role, placeName, email, problems }) => ({
      row,
      displayName,
      role: role === null ? null : { code: role.code, nameVi: role.nameVi, nameEn: role.nameEn },
      place: placeName,
      email,
      state: problems.length === 0 ? ('new' as const) : ('problem' as const),
      problems,
    })),
    ready: ready.length,
    problems: people.length - ready.length,
    letters: ready.filter((person) => person.email !== null).length,
  }
}

/** Reads a list of people and says row by row what would happen; writes nothing. */
export async function checkPeople(
  { tx, actor, now }: Pick<Write, 'tx' | 'actor' | 'now'>,
  file: Pick<Upload, 'path'>,
): Promise<PeopleList> {
  return toPeopleList(await judgePeople({ db: tx, actor, now }, await readPeople(file.path)))
}

async function requireNotApplied(
  { tx, actor, now }: Pick<Write, 'tx' | 'actor' | 'now'>,
  sha256: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.accountId} ${sha256}`}, 23))`.execute(tx)
  const earlier = await tx
    .selectFrom('accounts.invitation_list')
    .select(['id'])
    .where('applied_by', '=', actor.accountId)
    .where('sha256', '=', sha256)
    .where('applied_at', '>', new Date(now.getTime() - invitationMs))
    .executeTakeFirst()
  if (earlier !== undefined) throw refuse('people-list-applied')
}

type Applying = Pick<Write, 'tx' | 'actor' | 'now' | 'config'>

async function inviteAll(
  applying: Applying,
  people: readonly JudgedPerson[],
): Promise<(InvitationContent & { email: string | null })[]> {
  const origin = await originOf(applying.tx, applying.actor)
  const invited: (InvitationContent & { email: string | null })[] = []
  for (const { role, place, placeName, displayName, email } of people) {
    if (role === null) continue
    const made = await issueInvitation(applying, { role, place, invitee: { displayName, email }, origin })
    invited.push({
      address: `${applying.config.publicUrl}${made.link}`,
      displayName,
      email,
      issuer: applying.actor.displayName,
      role,
      place: { vi: placeName, en: placeName },
      expiresAt: new Date(made.expiresAt),
    })
  }
  return invited
}

/** Invites everybody of a list in one transaction, or nobody when a row needs mending. Letters are queued; who has no address gets a slip. */
export async function applyPeople(
  applying: Applying,
  wish: z.infer<typeof ApplyPeopleList>,
  file: Upload,
): Promise<z.infer<typeof PeopleListApplied>> {
  const { tx, actor, now, config } = applying
  if (!wish.again) await requireNotApplied(applying, file.sha256)
  const people = await judgePeople({ db: tx, actor, now }, await readPeople(file.path))
  const faulty = people.filter((person) => person.problems.length > 0)
  if (faulty.length > 0) throw refuse('people-list-problems', { count: faulty.length })
  const invited = await inviteAll(applying, people)
  await tx
    .insertInto('accounts.invitation_list')
    .values({
      sha256: file.sha256,
      file_name: file.originalName,
      row_count: invited.length,
      applied_by: actor.accountId,
      applied_at: now,
    })
    .execute()
  const slips = invited.filter((person) => wish.slipsForAll || person.email === null)
  const document = slips.length === 0 ? null : await drawSlips(config.rootDirectory, slips)
  return {
    invited: invited.length,
    letters: invited.filter((person) => person.email !== null).length,
    slips: slips.length,
    slipsPdf: document?.toString('base64') ?? null,
  }
}
