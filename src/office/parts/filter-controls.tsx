import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { useProvinces } from '../api/reference.ts'
import { useMe } from '../api/session.ts'
import { useWords } from '../locale/locale.ts'
import { Icon } from './icons.tsx'

interface WordsFilterProps {
  label: string
  value: string | undefined
  onChange: (value: string, replace: boolean) => void
}

/** Words to search by; the list follows as one types. */
export function WordsFilter({ label, value = '', onChange }: WordsFilterProps) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const later = useDebouncedCallback((typed: string) => {
    sent.current = typed.trim()
    onChange(typed, true)
  }, 250)
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value
      setText(value)
    }
  }, [value])
  return (
    <TextInput
      className="filter-words"
      type="search"
      label={label}
      leftSection={<Icon name="search" size={15} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        later(event.currentTarget.value)
      }}
    />
  )
}

interface ChoiceFilterProps {
  label: string
  value: string | undefined
  choices: { value: string; label: string }[] | { group: string; items: { value: string; label: string }[] }[]
  onChange: (value: string | null) => void
  /** what no choice means */
  any?: string
}

/** One of a few, or all. */
export function ChoiceFilter({ label, value, choices, onChange, any }: ChoiceFilterProps) {
  const words = useWords()
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[{ value: '', label: any ?? words.list.any }, ...choices]}
    />
  )
}

/** One of the 34 provinces; absent for people whose scope is one province. */
export function ProvinceFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (value: string | null) => void
}) {
  const words = useWords()
  const country = useMe().data?.scope.country ?? false
  const provinces = useProvinces()
  if (!country) return null
  const choices = (provinces.data ?? []).map((province) => ({ value: province.code, label: province.name }))
  return <ChoiceFilter label={words.accounts.province} value={value} choices={choices} onChange={onChange} />
}
