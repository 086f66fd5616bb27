import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { beginning, type Checkpoint, changesDigest, sealOf } from './chain.ts'

/** The first thing that is wrong: at which number of the chain, when it was written, and what, in both languages. */
export interface Fault {
  number: number
  at: string | null
  vi: string
  en: string
}

export interface Verdict {
  entries: number
  fault: Fault | null
}

interface Link {
  number: number
  previous: string
  sha256: string
  entryId: string | null
  at: string | null
  digest: string | null
  rows: number | null
  kind: string | null
  fields: (string | null)[]
}

const linksAtOnce = 500
const changesAtOnce = 5000

/**
 * Walks the whole chain and answers its first broken link. Hashes are worked out here, not by the database, whose functions whoever changed
 * its rows could have changed too. Checkpoints kept elsewhere show also what a rewritten or cut-off chain would hide.
 */
export async function verifyChain(db: Db, checkpoints: readonly Checkpoint[] = []): Promise<Verdict> {
  const wanted = new Map(checkpoints.map((checkpoint) => [checkpoint.number, checkpoint]))
  let last = { number: 0, sha256: beginning }
  for (;;) {
    const links = await findLinks(db, last.number)
    for (const group of inGroups(links)) {
      const digests = await digestsOf(db, group)
      for (const link of group) {
        const fault =
          judge(link, last, digests.get(link.entryId ?? '')) ?? judgeCheckpoint(link, wanted.get(link.number))
        if (fault !== null) return { entries: last.number, fault: { number: link.number, at: link.at, ...fault } }
        last = link
      }
    }
    if (links.length < linksAtOnce) break
  }
  return { entries: last.number, fault: judgeEnd(last.number, checkpoints) ?? (await findUnsealed(db)) }
}

type Words = Pick<Fault, 'vi' | 'en'>

function judge(link: Link, last: { number: number; sha256: string }, digest: string | undefined): Words | null {
  if (link.number !== last.number + 1)
    return {
      vi: `thiếu số ${last.number + 1}: dòng nhật ký đã bị xóa`,
      en: `number ${last.number + 1} is missing: an entry was deleted`,
    }
  if (link.previous !== last.sha256)
    return { vi: 'không nối vào dòng trước', en: 'does not follow from the entry before' }
  if (link.entryId === null || link.kind === null) return { vi: 'dòng nhật ký không còn', en: 'the entry is gone' }
  if (sealOf(link.previous, link.fields) !== link.sha256)
    return { vi: 'nội dung dòng nhật ký đã bị sửa', en: 'the entry was altered' }
  if (link.kind === 'change' && digest !== link.digest)
    return { vi: 'chi tiết thay đổi đã bị sửa, thêm hoặc xóa', en: 'its changes were altered, added to or deleted' }
  return null
}

function judgeCheckpoint(link: Link, wanted: Checkpoint | undefined): Words | null {
  if (wanted === undefined || wanted.sha256 === link.sha256) return null
  return {
    vi: `khác mốc đã công bố lúc ${wanted.at}: chuỗi đã bị viết lại`,
    en: `differs from the checkpoint of ${wanted.at}: the chain was rewritten`,
  }
}

function judgeEnd(length: number, checkpoints: readonly Checkpoint[]): Fault | null {
  const beyond = checkpoints.find(({ number }) => number > length)
  if (beyond === undefined) return null
  return {
    number: length + 1,
    at: null,
    vi: `chuỗi chỉ còn ${length} dòng, mốc lúc ${beyond.at} có ${beyond.number}: phần cuối đã bị cắt`,
    en: `the chain has ${length} entries, the checkpoint of ${beyond.at} has ${beyond.number}: its end was cut off`,
  }
}

async function findLinks(db: Db, after: number): Promise<Link[]> {
  const found = await sql<Link>`
    select s.number, encode(s.previous_sha256, 'hex') as previous, encode(s.sha256, 'hex') as sha256, e.id::text as "entryId",
      audit.moment_text(e.recorded_at) as at, encode(e.changes_sha256, 'hex') as digest, e.row_count as rows, e.kind,
      array[s.number::text, e.id::text, e.kind, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.transaction_id::text,
        e.actor, e.account_id::text, e.role_code, e.grant_id::text, e.scope::text, e.request_id, e.route, e.reason, e.table_name, e.operation,
        e.row_count::text, e.details::text, encode(e.changes_sha256, 'hex')] as fields
    from audit.seal s left join audit.entry e on e.id = s.entry_id
    where s.number > ${after} order by s.number limit ${linksAtOnce}`.execute(db)
  return found.rows
}

/** Groups whose changes fit into memory together; one large import stands alone. */
function inGroups(links: readonly Link[]): Link[][] {
  const groups: Link[][] = []
  let held = 0
  for (const link of links) {
    const rows = link.rows ?? 0
    const group = groups.at(-1)
    if (group === undefined || held + rows > changesAtOnce) {
      groups.push([link])
      held = rows
    } else {
      group.push(link)
      held += rows
    }
  }
  return groups
}

async function digestsOf(db: Db, links: readonly Link[]): Promise<Map<string, string>> {
  const ids = links.flatMap((link) => (link.entryId === null ? [] : [link.entryId]))
  const found = await sql<{ entryId: string; fields: (string | null)[] }>`
    select c.entry_id::text as "entryId", array[c.subject_kind, c.subject_id::text, c.row_key, c.before::text, c.after::text] as fields
    from audit.change c where c.entry_id = any(${ids}::bigint[]) order by c.entry_id, c.ordinal`.execute(db)
  const byEntry = new Map<string, (string | null)[][]>()
  for (const { entryId, fields } of found.rows) {
    const known = byEntry.get(entryId)
    if (known === undefined) byEntry.set(entryId, [fields])
    else known.push(fields)
  }
  return new Map([...byEntry].map(([id, changes]) => [id, changesDigest(changes)]))
}

/** Entries past the chain: somebody wrote with the triggers off. */
async function findUnsealed(db: Db): Promise<Fault | null> {
  const found = await sql<{ id: number; at: string }>`
    select e.id, audit.moment_text(e.recorded_at) as at from audit.entry e
    where not exists (select from audit.seal s where s.entry_id = e.id) order by e.id limit 1`.execute(db)
  const [entry] = found.rows
  if (entry === undefined) return null
  return {
    number: entry.id,
    at: entry.at,
    vi: 'có dòng nhật ký nằm ngoài chuỗi',
    en: 'an entry stands outside the chain',
  }
}
