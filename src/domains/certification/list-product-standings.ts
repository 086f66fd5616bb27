import { sql } from 'kysely'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Read } from '../../platform/http/rows.ts'
import { exportProducts, listProducts, type Narrowing } from '../products/index.ts'
import type { ListProductStandings, ProductStandingLines } from './messages.ts'
import type { Standing } from './states.ts'

interface StandingToday {
  star: number | null
  standing: Standing
}
const unrecognised: StandingToday = { star: null, standing: 'not-recognised' }

/** The products in the caller's scope with the star and standing that each has today; both may narrow the list. */
export async function listProductStandings(
  { db, actor, now }: Pick<Read, 'db' | 'actor' | 'now'>,
  { star, standing, ...filter }: ListProductStandings,
): Promise<ProductStandingLines> {
  const day = today(now)
  const lines = await listProducts({ db, actor, narrowing: standsAs(day, { star, standing }) }, filter)
  const standings = await standingsOf(
    db,
    lines.items.map((line) => line.id),
    day,
  )
  return { ...lines, items: lines.items.map((line) => ({ ...line, ...(standings.get(line.id) ?? unrecognised) })) }
}

const header = { vi: ['Hạng sao', 'Tình trạng'], en: ['Star', 'Standing'] } as const
const standingNames: Record<Standing, { vi: string; en: string }> = {
  valid: { vi: 'Còn hiệu lực', en: 'Valid' },
  expiring: { vi: 'Sắp hết hạn', en: 'Expiring' },
  lapsed: { vi: 'Đã hết hạn', en: 'Lapsed' },
  suspended: { vi: 'Đang đình chỉ', en: 'Suspended' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  replaced: { vi: 'Đã được thay thế', en: 'Replaced' },
  'not-recognised': { vi: 'Chưa được công nhận', en: 'Not recognised' },
}

/** A workbook of exactly the products that the list with standings shows under this filter. */
export function exportProductStandings(reading: Read, { star, standing, ...filter }: ListProductStandings) {
  const { db, now, locale } = reading
  const day = today(now)
  return exportProducts(reading, filter, {
    narrowing: standsAs(day, { star, standing }),
    header,
    cellsOf: async (productIds) => {
      const standings = await standingsOf(db, productIds, day)
      return new Map(
        productIds.map((id) => {
          const found = standings.get(id) ?? unrecognised
          return [id, [found.star, standingNames[found.standing][locale]]]
        }),
      )
    },
  })
}

/** As one set for all products: row by row it takes seconds at 200,000 of them. */
function standsAs(day: string, { star, standing }: Pick<ListProductStandings, 'star' | 'standing'>): Narrowing {
  if (star === undefined && standing === undefined) return sql<boolean>`true`
  const isAs = sql`certification.standing_at(${day}::date, s.counts_from, s.expires_on, s.expires_by, s.hold, s.hold_from, s.hold_until)`
  const rows = sql`select s.product_id from certification.standing_rows(${day}::date) s`
  if (standing === 'not-recognised')
    return star === undefined ? sql<boolean>`p.id not in (${rows})` : sql<boolean>`false`
  const hasStar = star === undefined ? sql`true` : sql`s.star = ${star}`
  const hasStanding = standing === undefined ? sql`true` : sql`${isAs} = ${standing}`
  return sql<boolean>`p.id in (${rows} where ${hasStar} and ${hasStanding})`
}

async function standingsOf(db: Db, productIds: readonly string[], day: string): Promise<Map<string, StandingToday>> {
  const found = await sql<StandingToday & { id: string }>`
    select s.product_id as id, s.star,
      certification.standing_at(${day}::date, s.counts_from, s.expires_on, s.expires_by, s.hold, s.hold_from, s.hold_until) as standing
    from certification.product_standing_row s
    where s.product_id = any(${[...productIds]}::uuid[])`.execute(db)
  return new Map(found.rows.map(({ id, star, standing }) => [id, { star, standing }]))
}
