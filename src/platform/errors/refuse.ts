/** How a refusal is answered: platform/http alone turns the kind into a status. */
export type RefusalKind =
  | 'missing'
  | 'gone'
  | 'conflict'
  | 'invalid'
  | 'forbidden'
  | 'unauthenticated'
  | 'too-many'
  | 'too-large'
  | 'unsupported'
  | 'stale'

/** One wrong field: where it is (`producer.taxNumber`) and what to do about it, in both languages. */
export interface FieldProblem {
  path: string
  vi: string
  en: string
}

export interface RefusalDefinition {
  kind: RefusalKind
  /** `{fact}` is replaced by the fact of that name. */
  vi: string
  en: string
}

export type Facts = Record<string, string | number | boolean | null | undefined>

/** What `throw refuse(...)` throws: an Error that carries a code a domain owns, facts for people, and the fields at fault. */
export interface Refusal extends Error {
  refusal: { kind: RefusalKind; code: string; vi: string; en: string; facts: Facts; fields: FieldProblem[] }
}

function fill(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
}

/** Makes the `refuse` of one domain from its table of codes; the codes are the only ones that it accepts. */
export function defineRefusals<Code extends string>(definitions: Record<Code, RefusalDefinition>) {
  return (code: Code, facts: Facts = {}, fields: FieldProblem[] = []): Refusal => {
    const definition = definitions[code]
    const refusal = {
      kind: definition.kind,
      code,
      vi: fill(definition.vi, facts),
      en: fill(definition.en, facts),
      facts,
      fields,
    }
    return Object.assign(new Error(`refused: ${code}`), { refusal })
  }
}

/** Tells a refusal (an expected answer) from a bug. */
export function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && 'refusal' in thrown
}
