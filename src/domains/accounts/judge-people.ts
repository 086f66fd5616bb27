import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { type PeopleField, plainKey, type WrittenPerson } from './people-list.ts'
import { coversPlace, mayGrant } from './policy.ts'
import { findRoles, type RoleRow } from './queries.ts'
import type { GrantPlace } from './store.ts'

interface Problem {
  column: string
  vi: string
  en: string
}

/** A person of a list, understood; without problems it can become an invitation. */
export interface JudgedPerson {
  row: number
  displayName: string
  role: RoleRow | null
  place: GrantPlace
  placeName: string
  email: string | null
  problems: Problem[]
}

interface Unit {
  code: string
  name: string
  fullName: string
  level: string
  provinceCode: string
}

/** What lists are judged against, read once a list. */
interface Reference {
  actor: Actor
  roles: RoleRow[]
  provinces: Unit[]
  communes: Unit[]
  /** "e-mail role place" of invitations that still wait */
  open: Set<string>
}

async function readReference(db: Db, actor: Actor, now: Date): Promise<Reference> {
  const [roles, units, open] = await Promise.all([
    findRoles(db),
    sql<Unit>`
      select code, name, full_name as "fullName", level, province_code as "provinceCode"
      from administrative_units.unit_card where scheme = '2025-' and level in ('province', 'commune')`.execute(db),
    db
      .selectFrom('accounts.invitation')
      .select(['email', 'role_code', 'province_code', 'commune_code'])
      .where('email', 'is not', null)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .execute(),
  ])
  return {
    actor,
    roles,
    provinces: units.rows.filter((unit) => unit.level === 'province'),
    communes: units.rows.filter((unit) => unit.level === 'commune'),
    open: new Set(open.map((row) => keyOf(row.email, row.role_code, row.commune_code ?? row.province_code))),
  }
}

function keyOf(email: string | null, roleCode: string, unitCode: string | null): string {
  return `${email?.toLowerCase() ?? ''} ${roleCode} ${unitCode ?? ''}`
}

/** Judges every row of a list before anything is written: who would be invited to what, and what must be mended where. */
export async function judgePeople(
  { db, actor, now }: { db: Db; actor: Actor; now: Date },
  people: readonly WrittenPerson[],
): Promise<JudgedPerson[]> {
  const reference = await readReference(db, actor, now)
  const seen = new Map<string, number>()
  return people.map((person) => {
    const judged = judgePerson(reference, person)
    markRepeated(judged, person, { seen, reference })
    return judged
  })
}

function markRepeated(
  judged: JudgedPerson,
  person: WrittenPerson,
  known: { seen: Map<string, number>; reference: Reference },
): void {
  if (judged.role === null) return
  const unit = judged.place.communeCode ?? judged.place.provinceCode
  const key = keyOf(judged.email, judged.role.code, unit)
  const repeated = judged.email === null ? `${plainKey(judged.displayName)}${key}` : key
  const earlier = known.seen.get(repeated)
  if (earlier !== undefined) {
    judged.problems.push({
      column: person.columns.name,
      vi: `Trùng với dòng ${earlier}. Vui lòng bỏ một dòng.`,
      en: `The same as row ${earlier}. Please remove one of them.`,
    })
  } else known.seen.set(repeated, person.row)
  if (judged.email !== null && known.reference.open.has(key)) {
    judged.problems.push({
      column: person.columns.email,
      vi: 'Địa chỉ này đã có lời mời cùng vai trò, cùng nơi đang chờ. Vui lòng bỏ dòng này hoặc hủy lời mời cũ.',
      en: 'An invitation to the same role and place waits for this address. Please remove the row or void the old one.',
    })
  }
}

function judgePerson(reference: Reference, person: WrittenPerson): JudgedPerson {
  const problems: Problem[] = []
  const add = (field: PeopleField, vi: string, en: string) => problems.push({ column: person.columns[field], vi, en })
  const displayName = person.texts.name
  if (displayName === '' || displayName.length > 120) {
    add('name', 'Cần họ và tên, không quá 120 ký tự.', 'A name of at most 120 characters is needed.')
  }
  const email = person.texts.email === '' ? null : person.texts.email
  if (email !== null && !z.email().max(200).safeParse(email).success) {
    add('email', `“${email}” không phải địa chỉ thư điện tử.`, `“${email}” is no e-mail address.`)
  }
  const role = findRole(reference, person, add)
  const { place, placeName } = findPlace(reference, { person, role, add })
  if (problems.length === 0 && role !== null && !coversPlace(reference.actor.scope, place)) {
    add('province', 'Nơi này nằm ngoài phạm vi của anh/chị.', 'This place lies outside your scope.')
  }
  return { row: person.row, displayName, role, place, placeName, email, problems }
}

type Add = (field: PeopleField, vi: string, en: string) => void

function findRole(reference: Reference, person: WrittenPerson, add: Add): RoleRow | null {
  const key = plainKey(person.texts.role)
  const role = reference.roles.find((each) =>
    [each.code, each.nameVi, each.nameEn].some((name) => plainKey(name) === key),
  )
  if (key === '' || role === undefined) {
    add(
      'role',
      'Không có vai trò này. Vui lòng chép đúng tên trong trang “Vai trò” của tệp mẫu.',
      'There is no such role. Please copy a name from the sheet of roles in the template.',
    )
    return null
  }
  if (role.tier === 'producer' || !mayGrant(reference.actor, role)) {
    add(
      'role',
      `Anh/chị không cấp được vai trò “${role.nameVi}” bằng danh sách.`,
      `You cannot issue the role “${role.nameEn}” by a list.`,
    )
    return null
  }
  return role
}

const nowhere: GrantPlace = { provinceCode: null, communeCode: null, producerId: null, producerName: null }

function findPlace(
  { actor, provinces, communes }: Reference,
  { person, role, add }: { person: WrittenPerson; role: RoleRow | null; add: Add },
): { place: GrantPlace; placeName: string } {
  const none = { place: nowhere, placeName: '' }
  if (role === null) return none
  const { province: provinceText, commune: communeText } = person.texts
  if (role.tier === 'ministry') {
    if (provinceText === '' && communeText === '') return { place: nowhere, placeName: 'Cả nước' }
    add(
      'province',
      'Vai trò này áp dụng cho cả nước. Vui lòng bỏ trống tỉnh, xã.',
      'This role covers the whole country. Please leave province and commune empty.',
    )
    return none
  }
  const own = !actor.scope.country && actor.scope.provinceCodes.length === 1 ? actor.scope.provinceCodes[0] : undefined
  const [province, ...others] =
    provinceText === '' ? provinces.filter((unit) => unit.code === own) : named(provinces, provinceText)
  if (province === undefined || others.length > 0) {
    add(
      'province',
      `Không có tỉnh, thành phố “${provinceText}” trong 34 tỉnh hiện nay.`,
      `“${provinceText}” is none of the 34 present provinces.`,
    )
    return none
  }
  if (role.tier === 'province') {
    return { place: { ...nowhere, provinceCode: province.code }, placeName: province.fullName }
  }
  return findCommune(
    communes.filter((unit) => unit.provinceCode === province.code),
    { province, communeText, add },
  )
}

function findCommune(
  communes: Unit[],
  { province, communeText, add }: { province: Unit; communeText: string; add: Add },
): { place: GrantPlace; placeName: string } {
  const [commune, ...others] = named(communes, communeText)
  if (commune !== undefined && others.length === 0) {
    const place = { ...nowhere, provinceCode: province.code, communeCode: commune.code }
    return { place, placeName: `${commune.fullName}, ${province.name}` }
  }
  if (commune === undefined) {
    add(
      'commune',
      `${province.fullName} không có xã, phường “${communeText}” hiện nay.`,
      `${province.fullName} has no present commune “${communeText}”.`,
    )
  } else {
    add(
      'commune',
      `“${communeText}” có thể là ${[commune, ...others].map((unit) => unit.fullName).join(' hoặc ')}. Vui lòng ghi đủ.`,
      `“${communeText}” is ambiguous. Please write it in full.`,
    )
  }
  return { place: nowhere, placeName: '' }
}

/** Units of this code, this full name or this name: with accents first, then without. */
function named(units: readonly Unit[], text: string): Unit[] {
  const key = plainKey(text)
  if (key === '') return []
  const exact = units.filter((unit) => unit.code === text || [unit.fullName, unit.name].includes(text.normalize('NFC')))
  if (exact.length > 0) return exact
  const full = units.filter((unit) => plainKey(unit.fullName) === key)
  return full.length > 0 ? full : units.filter((unit) => plainKey(unit.name) === key)
}
