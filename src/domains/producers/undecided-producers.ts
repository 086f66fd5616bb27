import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { withinScope } from './policy.ts'

/** A producer whose present commune a person must choose. */
export interface UndecidedProducer {
  id: string
  publicId: string
  name: string
  addressText: string
  unitScheme: '2004-2025' | '2025-' | null
  unitCode: string | null
  provinceCode: string
}

/** The active producers in the actor's scope whose present commune is not decided, by name. */
export async function undecidedProducers(
  db: Db,
  actor: Actor,
  province: string | undefined,
): Promise<UndecidedProducer[]> {
  const found = await sql<UndecidedProducer>`
    select p.id, p.public_id as "publicId", p.name, p.address_text as "addressText",
      p.unit_scheme as "unitScheme", p.unit_code as "unitCode", p.province_code as "provinceCode"
    from producers.producer p
    where p.place_state = 'undecided' and p.state = 'active' and ${withinScope(actor.scope, 'p', 'id')}
      and (${province ?? null}::text is null or p.province_code = ${province ?? null})
    order by p.folded_name, p.id`.execute(db)
  return found.rows
}
