import { sql } from 'kysely'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { CardRow } from './card-queries.ts'
import { type Telling, toCardView } from './card-view.ts'
import { classificationOf } from './classification.ts'
import { unscopedCoversOf } from './picture-queries.ts'
import type { ProductCardView } from './views.ts'

/** What every public page is told by: the reader's language, today in Vietnam, the names of the classification. */
export async function tellingOf(db: Db, now: Date, language: 'vi' | 'en'): Promise<Telling> {
  return { language, day: today(now), classification: await classificationOf(db) }
}

/** Cards as pages show them, with their pictures. */
export async function tellCards(db: Db, telling: Telling, rows: readonly CardRow[]): Promise<ProductCardView[]> {
  const covers = await unscopedCoversOf(db, rows)
  return rows.map((row) => toCardView(telling, row, covers))
}

/** Whether the register holds demonstration products: then every page says so. */
export async function isDemonstration(db: Db): Promise<boolean> {
  const found = await sql`select from catalogue.product_card c where c.demonstration limit 1`.execute(db)
  return found.rows.length > 0
}
