import { sql } from 'kysely'
import { gazetteerOf } from '../domains/administrative-units/index.ts'
import type { Actor } from '../platform/access/actor.ts'
import { today } from '../platform/clock/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { type Db, inTransaction, type Tx } from '../platform/db/database.ts'
import { jobNames } from '../platform/jobs/names.ts'
import { addPictures } from './add-pictures.ts'
import { type ProvincePlan, planDemonstration, type Wish } from './plan-demonstration.ts'
import { writeProvince } from './write-province.ts'

interface Setting {
  db: Db
  actor: Actor
  now: Date
  config: Config
}

/** What was written; `skipped` counts provinces that an earlier run had filled. */
export interface Filled {
  provinces: number
  skipped: number
  producers: number
  products: number
  recognitions: number
  pictures: number
}

/** Products that are not of the demonstration, or producers without any product: somebody's real work. */
async function holdsRealRecords(db: Db): Promise<boolean> {
  const product = await db
    .selectFrom('products.product')
    .select('id')
    .where('demonstration', '=', false)
    .limit(1)
    .executeTakeFirst()
  if (product !== undefined) return true
  const producer = await db
    .selectFrom('producers.producer as p')
    .select('p.id')
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('products.product as o').select('o.id').whereRef('o.producer_id', '=', 'p.id'))),
    )
    .limit(1)
    .executeTakeFirst()
  return producer !== undefined
}

async function filledProvinces(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('products.product')
    .select('province_code')
    .distinct()
    .where('demonstration', '=', true)
    .execute()
  return new Set(rows.map((row) => row.province_code))
}

/**
 * Fills the register with made-up products, one transaction a province, so that a run that was cut off is taken up where it stopped and a
 * second run changes nothing. Throws a sentence for people where the register holds real records: the demonstration never mixes with them.
 */
export async function fillRegister(
  setting: Setting,
  wish: Omit<Wish, 'today'>,
  tell: (line: string) => void,
): Promise<Filled> {
  const { db, now } = setting
  if (await holdsRealRecords(db)) throw new Error(refusal)
  const filled: Filled = { provinces: 0, skipped: 0, producers: 0, products: 0, recognitions: 0, pictures: 0 }
  const known = await filledProvinces(db)
  for (const plan of planDemonstration(await gazetteerOf(db), { ...wish, today: today(now) })) {
    if (known.has(plan.province.code)) {
      filled.skipped += 1
      continue
    }
    const province = await fillProvince(setting, plan)
    filled.provinces += 1
    filled.producers += province.producers
    filled.products += province.products
    filled.recognitions += province.recognitions
    filled.pictures += province.pictures
    tell(
      `  ${plan.province.name}: ${province.producers} chủ thể, ${province.products} sản phẩm, ${province.pictures} ảnh`,
    )
  }
  return filled
}

const refusal =
  'Sổ đăng ký này đã có dữ liệu thật, nên không điền dữ liệu minh hoạ vào đó. Hãy dùng thư mục dữ liệu khác, ví dụ: DATA_DIR=data-minh-hoa npm run demo. / ' +
  'This register holds real records, so no demonstration data is put among them. Use another data directory, e.g. DATA_DIR=data-minh-hoa npm run demo.'

/** Every picture and event asks for its product to be refreshed: hundreds of jobs for which the one rebuild, queued with the products, stands in. */
async function leaveToRebuild(tx: Tx): Promise<void> {
  await sql`
    select graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs where task_identifier = ${jobNames.refreshCatalogue} and locked_at is null
    ))`.execute(tx)
}

async function fillProvince(setting: Setting, plan: ProvincePlan) {
  return inTransaction(setting.db, async (tx) => {
    const write = { ...setting, tx }
    const written = await writeProvince(write, plan)
    const pictures = await addPictures(write, written.products, written.sourceId)
    await leaveToRebuild(tx)
    const { producers, recognitions, products } = written
    return { producers, recognitions, products: products.length, pictures }
  })
}
