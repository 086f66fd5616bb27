import { AsyncLocalStorage } from 'node:async_hooks'
import { type QueryExecutorProvider, sql } from 'kysely'
import { type Actor, isAnonymous, nobody, type Scope } from '../access/actor.ts'

/** In whose name a transaction writes: what the audit log says beside every change. */
export interface Attribution {
  by: 'account' | 'nobody' | 'command-line' | 'program'
  accountId: string | null
  roleCode: string | null
  grantId: string | null
  scope: Scope | null
  requestId: string | null
  /** `PUT /api/v1/office/products/:id`, `job imports:apply`, `ocop import` */
  route: string | null
  reason: string | null
}

interface Circumstances {
  route: string
  requestId?: string | null
  reason?: string | null
}

const present = new AsyncLocalStorage<Attribution>()

/** Runs work of which every transaction is written in this name; an inner name holds inside an outer one. */
export function withAttribution<Result>(attribution: Attribution, work: () => Result): Result {
  return present.run(attribution, work)
}

function whoActs(actor: Actor): Attribution['by'] {
  if (actor.accountId !== nobody.accountId) return 'account'
  if (isAnonymous(actor)) return 'nobody'
  return actor.roleCode === 'command-line' ? 'command-line' : 'program'
}

/** The name of an actor in a request, a job or a command. */
export function attributionTo(actor: Actor, { route, requestId, reason }: Circumstances): Attribution {
  const by = whoActs(actor)
  return {
    by,
    accountId: by === 'account' ? actor.accountId : null,
    roleCode: by === 'account' ? actor.roleCode : null,
    grantId: actor.grantId,
    scope: by === 'account' ? actor.scope : null,
    requestId: requestId ?? null,
    route,
    reason: reason ?? null,
  }
}

/** The name of the program itself: a job by the calendar, a command. */
export function attributionToProgram(by: 'program' | 'command-line', route: string): Attribution {
  return { ...attributionTo(nobody, { route }), by }
}

/** Tells the database in whose name this transaction writes, until it ends; without a name, nothing is told and the program is named. */
export async function attribute(tx: QueryExecutorProvider): Promise<void> {
  const attribution = present.getStore()
  if (attribution === undefined) return
  await sql`select set_config('ocop.attribution', ${JSON.stringify(attribution)}, true)`.execute(tx)
}
