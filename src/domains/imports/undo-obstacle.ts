import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

interface ObstacleRow {
  kind: 'product-revised' | 'producer-revised' | 'recognised-later' | 'event-later' | 'product-later'
  name: string
}

const words: Record<ObstacleRow['kind'], { vi: string; en: string }> = {
  'product-revised': { vi: 'sản phẩm “{name}” đã được sửa', en: 'product “{name}” was edited' },
  'producer-revised': { vi: 'chủ thể “{name}” đã được sửa', en: 'producer “{name}” was edited' },
  'recognised-later': { vi: 'sản phẩm “{name}” đã có công nhận khác', en: 'product “{name}” has another recognition' },
  'event-later': {
    vi: 'công nhận của sản phẩm “{name}” đã bị đình chỉ hoặc thu hồi',
    en: 'a recognition of “{name}” was suspended or revoked',
  },
  'product-later': { vi: 'chủ thể “{name}” đã có sản phẩm khác', en: 'producer “{name}” has other products' },
}

/** The first thing that later work built on what a batch made, in words; null when the batch can be undone whole. */
export async function findUndoObstacle(db: Db, batchId: string): Promise<{ vi: string; en: string } | null> {
  const found = await sql<ObstacleRow>`
    select 'product-revised' as kind, p.name from imports.made m join products.product p on p.id = m.subject_id
      where m.batch_id = ${batchId}::uuid and m.kind = 'product' and (p.version <> m.version_after or p.state <> 'active')
    union all
    select 'producer-revised', p.name from imports.made m join producers.producer p on p.id = m.subject_id
      where m.batch_id = ${batchId}::uuid and m.kind = 'producer' and (p.version <> m.version_after or p.state <> 'active')
    union all
    select 'recognised-later', p.name from imports.made m join certification.recognition_card r on r.product_id = m.subject_id
      join products.product p on p.id = m.subject_id
      where m.batch_id = ${batchId}::uuid and m.kind = 'product' and m.effect <> 'revised'
        and not exists (select 1 from imports.made own where own.subject_id = r.id and own.batch_id = m.batch_id)
    union all
    select 'event-later', p.name from imports.made m join certification.standing_event e on e.recognition_id = m.subject_id
      join certification.recognition r on r.id = m.subject_id join products.product p on p.id = r.product_id
      where m.batch_id = ${batchId}::uuid and m.kind = 'recognition' and e.kind <> 'annulment'
    union all
    select 'product-later', w.name from imports.made m join products.product p on p.producer_id = m.subject_id and p.state = 'active'
      join producers.producer w on w.id = m.subject_id
      where m.batch_id = ${batchId}::uuid and m.kind = 'producer'
        and not exists (select 1 from imports.made own where own.subject_id = p.id and own.batch_id = m.batch_id)
    limit 1`.execute(db)
  const [row] = found.rows
  if (row === undefined) return null
  const { vi, en } = words[row.kind]
  return { vi: vi.replace('{name}', row.name), en: en.replace('{name}', row.name) }
}
