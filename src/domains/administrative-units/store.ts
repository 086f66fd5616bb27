import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Gazetteer, ReferenceRows } from './rules.ts'

interface LoadRow {
  sha256: string
  units: number
  successors: number
  aliases: number
}

/** What was loaded last, or undefined on a new database. */
export async function readLoad(tx: Tx): Promise<LoadRow | undefined> {
  const found = await sql<LoadRow>`select sha256, units, successors, aliases from administrative_units.load`.execute(tx)
  return found.rows[0]
}

/** Replaces the reference rows by those of the files. A code that others may point at is renewed in place, never deleted and made again. */
export async function writeReference(
  tx: Tx,
  reference: { rows: ReferenceRows; gazetteer: Gazetteer; sha256: string },
): Promise<void> {
  const { rows, gazetteer, sha256 } = reference
  await sql`delete from administrative_units.alias`.execute(tx)
  await sql`delete from administrative_units.successor`.execute(tx)
  await sql`delete from administrative_units.unit`.execute(tx)
  await writeCodes(tx, gazetteer)
  await writeUnits(tx, rows)
  await writeSuccession(tx, rows)
  await sql`
    insert into administrative_units.load (sha256, units, successors, aliases)
    values (${sha256}, ${rows.units.length}, ${rows.successors.length}, ${rows.aliases.length})
    on conflict (only_row) do update
      set sha256 = excluded.sha256, units = excluded.units, successors = excluded.successors,
          aliases = excluded.aliases, loaded_at = now()`.execute(tx)
}

async function writeCodes(tx: Tx, gazetteer: Gazetteer): Promise<void> {
  const codes = [...gazetteer.units.values()].map(({ scheme, code, level, parent, province }) => ({
    scheme,
    code,
    level,
    parent_code: parent?.code ?? null,
    province_code: province.code,
  }))
  await sql`
    with listed as (
      select scheme, code, level, parent_code, province_code
      from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb)
        as given (scheme text, code text, level text, parent_code text, province_code text)
    ), gone as (
      delete from administrative_units.unit_code kept
      where not exists (select from listed where listed.scheme = kept.scheme and listed.code = kept.code)
    )
    insert into administrative_units.unit_code (scheme, code, level, parent_code, province_code)
    select scheme, code, level, parent_code, province_code from listed
    on conflict (scheme, code) do update
      set level = excluded.level, parent_code = excluded.parent_code, province_code = excluded.province_code
      where (unit_code.level, unit_code.parent_code, unit_code.province_code)
        is distinct from (excluded.level, excluded.parent_code, excluded.province_code)`.execute(tx)
}

/** The files name a unit's last day; the database the day after it, so that stretches of time meet without a gap. */
async function writeUnits(tx: Tx, rows: ReferenceRows): Promise<void> {
  await sql`
    insert into administrative_units.unit (scheme, code, name, full_name, level, type, parent_code, valid_from, valid_to)
    select scheme, code, name, "fullName", level, type, "parentCode",
           coalesce("validFrom", '-infinity'), coalesce("validTo" + 1, 'infinity')
    from jsonb_to_recordset(${JSON.stringify(rows.units)}::jsonb)
      as given (scheme text, code text, name text, "fullName" text, level text, type text, "parentCode" text, "validFrom" date, "validTo" date)
  `.execute(tx)
}

async function writeSuccession(tx: Tx, rows: ReferenceRows): Promise<void> {
  await sql`
    insert into administrative_units.successor (old_code, new_code, kind, population)
    select "oldCode", "newCode", kind, population
    from jsonb_to_recordset(${JSON.stringify(rows.successors)}::jsonb)
      as given ("oldCode" text, "newCode" text, kind text, population text)`.execute(tx)
  await sql`
    insert into administrative_units.alias (old_code, alias, former_code, kind)
    select "oldCode", alias, "formerCode", kind
    from jsonb_to_recordset(${JSON.stringify(rows.aliases)}::jsonb)
      as given ("oldCode" text, alias text, "formerCode" text, kind text)`.execute(tx)
}
