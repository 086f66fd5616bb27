import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { type Gazetteer, gazetteerOf, presentPlaceOf, type Scheme, unitOf } from '../administrative-units/index.ts'
import {
  candidatesOf,
  type PlaceColumns,
  readCursor,
  toPlace,
  undecidedProducers,
  withinScope,
  writeCursor,
} from '../producers/index.ts'
import type { ListUndecided, UndecidedPlaces } from './messages.ts'

interface Subject {
  kind: 'producer' | 'product'
  id: string
  publicId: string
  name: string
  addressText: string
  unitScheme: Scheme | null
  unitCode: string | null
  provinceCode: string
}

/** Producers and products whose present commune a person must choose, grouped by the unit as recorded. */
export async function listUndecidedPlaces(
  { db, actor }: { db: Db; actor: Actor },
  filter: z.infer<typeof ListUndecided>,
): Promise<z.infer<typeof UndecidedPlaces>> {
  const [gazetteer, producers, products] = await Promise.all([
    gazetteerOf(db),
    undecidedProducers(db, actor, filter.province),
    undecidedProducts(db, actor, filter.province),
  ])
  const subjects: Subject[] = [...producers.map((row) => ({ ...row, kind: 'producer' as const })), ...products]
  const groups = [...groupByPlace(subjects)].sort(([left], [right]) => (left < right ? -1 : 1))
  const after = filter.cursor === undefined ? '' : readCursor(filter.cursor).value
  const rest = groups.filter(([key]) => key > after)
  const page = rest.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    items: page.map(([, group]) => toGroup(gazetteer, group)),
    total: subjects.length,
    next: rest.length > page.length && last ? writeCursor(last[0], last[1][0]?.id ?? '') : null,
  }
}

async function undecidedProducts(db: Db, actor: Actor, province: string | undefined): Promise<Subject[]> {
  const found = await sql<Subject>`
    select 'product' as kind, p.id, p.public_id as "publicId", p.name, p.address_text as "addressText",
      p.unit_scheme as "unitScheme", p.unit_code as "unitCode", p.province_code as "provinceCode"
    from products.product p
    where p.place_state = 'undecided' and p.state = 'active' and ${withinScope(actor.scope, 'p')}
      and (${province ?? null}::text is null or p.province_code = ${province ?? null})
    order by p.folded_name, p.id`.execute(db)
  return found.rows
}

function groupByPlace(subjects: readonly Subject[]): Map<string, Subject[]> {
  const groups = new Map<string, Subject[]>()
  for (const subject of subjects) {
    const key = [subject.provinceCode, subject.unitScheme ?? '', subject.unitCode ?? ''].join('/')
    groups.set(key, [...(groups.get(key) ?? []), subject])
  }
  return groups
}

function toGroup(gazetteer: Gazetteer, group: readonly Subject[]) {
  const [first] = group
  if (first === undefined) throw new Error('a group without subjects')
  const place: PlaceColumns = { ...first, addressText: '', communeCode: null, placeState: 'undecided' }
  const { recorded, provinceCode, provinceName } = toPlace(gazetteer, place)
  return {
    recorded,
    provinceCode,
    provinceName,
    candidates: candidatesFor(gazetteer, place),
    subjects: group.map(({ kind, id, publicId, name, addressText }) => ({ kind, id, publicId, name, addressText })),
  }
}

function candidatesFor(gazetteer: Gazetteer, place: PlaceColumns) {
  const unit =
    place.unitScheme !== null && place.unitCode !== null
      ? unitOf(gazetteer, { scheme: place.unitScheme, code: place.unitCode })
      : undefined
  const present = unit && presentPlaceOf(gazetteer, unit)
  const suggested = present?.state === 'undecided' ? present.suggested : null
  return candidatesOf(gazetteer, place).map((commune) => ({
    code: commune.code,
    name: commune.fullName,
    isDefault: commune === suggested,
  }))
}
