import { useClassification, useProducerKinds } from '../../../office/api/reference.ts'
import { showNumber } from '../../../office/format/numbers.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { useProducerLabels } from '../../producers/screens/use-producer-labels.ts'
import { useProductLabels } from '../../products/screens/use-product-labels.ts'
import type { SubjectKind } from '../rules.ts'

/** What the fields of a record are called. */
export function useFieldLabels(kind: SubjectKind): Record<string, string> {
  const [products, producers] = [useProductLabels(), useProducerLabels()]
  return kind === 'product' ? products : producers
}

/** A value of a field as people read it; a dash for nothing. */
export function useShown(): (field: string, value: unknown) => string {
  const words = useWords()
  const nameOf = useName()
  const kinds = useProducerKinds().data ?? []
  const groups = useClassification().data ?? []
  const sets = groups.flatMap((group) => group.subgroups).flatMap((subgroup) => subgroup.sets)
  const genders: Record<string, string> = words.producer.genders
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '–'
    if (typeof value === 'boolean') return value ? words.changes.yes : words.changes.no
    if (typeof value === 'number') return showNumber(value)
    const text = String(value)
    const named = (field === 'setCode' ? sets : field === 'kindCode' ? kinds : []).find((each) => each.code === text)
    if (named !== undefined) return field === 'setCode' ? `${text} · ${nameOf(named)}` : nameOf(named)
    return field === 'representativeGender' ? (genders[text] ?? text) : text
  }
}
