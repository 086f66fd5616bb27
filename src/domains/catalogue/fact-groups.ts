import type { Db } from '../../platform/db/database.ts'
import { type StatedFact, unscopedFactsOf } from '../provenance/index.ts'
import { toSourceView } from './standing-view.ts'
import type { FactGroupView, SourceView } from './views.ts'

type Shown = FactGroupView['fieldGroup']

/** Which of the register's field groups the public is told the sources of, and under which heading. */
const headings: Readonly<Record<string, Shown>> = {
  identity: 'identity',
  producer: 'identity',
  description: 'description',
  commerce: 'price',
  place: 'place',
  commune: 'place',
}

/** Fields whose contradicting values may stand on a public page: nothing that tells where a person lives or how to reach them. */
const publicFields = [
  'name',
  'gtin',
  'ingredients',
  'storage',
  'packaging',
  'season',
  'capacity',
  'priceMin',
  'priceMax',
  'priceUnit',
] as const

function fieldText(fact: StatedFact, field: string): string {
  const { content } = fact
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return ''
  const value = content[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function sourceOf({ source }: StatedFact): SourceView {
  return toSourceView(source)
}

function contradictionsIn(facts: readonly StatedFact[]): FactGroupView['contradictions'] {
  const statedBy = (field: string) =>
    facts.map((fact) => ({ text: fieldText(fact, field), source: sourceOf(fact) })).filter(({ text }) => text !== '')
  return publicFields.flatMap((field) => {
    const statements = statedBy(field)
    const isOne = new Set(statements.map(({ text }) => text)).size < 2
    return isOne ? [] : [{ field, statements }]
  })
}

/** Which sources stand behind a product's fields, and where they contradict each other: both are shown. */
export async function factGroupsOf(db: Db, productId: string): Promise<FactGroupView[]> {
  const facts = await unscopedFactsOf(db, 'product', productId)
  const byHeading = new Map<Shown, StatedFact[]>()
  for (const fact of facts) {
    const heading = headings[fact.fieldGroup]
    if (heading !== undefined) byHeading.set(heading, [...(byHeading.get(heading) ?? []), fact])
  }
  return [...byHeading].map(([fieldGroup, stated]) => ({
    fieldGroup,
    sources: [...new Map(stated.map((fact) => [fact.source.id, sourceOf(fact)])).values()],
    contradictions: contradictionsByGroup(stated),
  }))
}

function contradictionsByGroup(facts: readonly StatedFact[]): FactGroupView['contradictions'] {
  return [...Map.groupBy(facts, ({ fieldGroup }) => fieldGroup).values()].flatMap(contradictionsIn)
}
