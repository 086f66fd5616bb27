import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import { withinScope } from '../producers/index.ts'

/** The grants that lie in a scope: one's own people. */
function grantsWithin({ scope }: Actor): RawBuilder<boolean> {
  if (scope.country) return sql<boolean>`true`
  return sql<boolean>`(g.province_code = any(${[...scope.provinceCodes]}::text[]) or g.commune_code = any(${[...scope.communeCodes]}::text[])
    or exists (select from producers.producer_card p where p.id = g.producer_id and ${withinScope(scope, 'p', 'id')}))`
}

/** The condition under which a change (alias c) is about something in the actor's scope. */
export function changeWithin(actor: Actor): RawBuilder<boolean> {
  const { scope } = actor
  if (scope.country) return sql<boolean>`true`
  return sql<boolean>`case c.subject_kind
    when 'product' then exists (select from products.product_card p where p.id = c.subject_id and ${withinScope(scope, 'p')})
    when 'producer' then exists (select from producers.producer_card p where p.id = c.subject_id and ${withinScope(scope, 'p', 'id')})
    when 'account' then exists (select from accounts.grant_place g where g.account_id = c.subject_id and ${grantsWithin(actor)})
    else false end`
}

/** The condition under which an entry (alias e) is the actor's to see: theirs all, or about their scope, or by their own people. */
export function entryWithin(actor: Actor): RawBuilder<boolean> {
  if (actor.scope.country) return sql<boolean>`true`
  return sql<boolean>`(exists (select from accounts.grant_place g where g.grant_id = e.grant_id and ${grantsWithin(actor)})
    or exists (select from audit.change c where c.entry_id = e.id and ${changeWithin(actor)}))`
}

/** Of an entry by one's own people every change is shown, of others only those about one's scope. */
export function changeShown(actor: Actor): RawBuilder<boolean> {
  if (actor.scope.country) return sql<boolean>`true`
  return sql<boolean>`(exists (select from accounts.grant_place g where g.grant_id = e.grant_id and ${grantsWithin(actor)}) or ${changeWithin(actor)})`
}
