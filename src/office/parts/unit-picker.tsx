import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { type Unit, useUnits } from '../api/reference.ts'
import { useWords } from '../locale/locale.ts'

export interface ChosenUnit {
  scheme: '2004' | '2025'
  code: string
  label: string
}

interface UnitPickerProps {
  id?: string
  label: string
  hint?: string
  value: ChosenUnit | null
  error?: string | undefined
  required?: boolean
  onChange: (unit: ChosenUnit | null) => void
}

/** Finds a commune or province of either scheme as one types, with or without accents: "tan chau". */
export function UnitPicker({ id, label, hint, value, error, required, onChange }: UnitPickerProps) {
  const words = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [asked] = useDebouncedValue(typed ?? '', 120)
  const units = useUnits(asked, {})
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const items = asked.trim().length >= 2 ? (units.data ?? []) : []
  const choose = (unit: Unit) => {
    onChange({ scheme: unit.scheme, code: unit.code, label: unit.label })
    setTyped(null)
    box.closeDropdown()
  }
  return (
    <Combobox
      store={box}
      onOptionSubmit={(key) => {
        const unit = items.find((each) => `${each.scheme}-${each.code}` === key)
        if (unit) choose(unit)
      }}
    >
      <Combobox.Target>
        <TextInput
          {...(id && { id })}
          label={label}
          description={hint}
          error={error}
          required={required ?? false}
          withAsterisk={false}
          autoComplete="off"
          value={typed ?? value?.label ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            if (event.currentTarget.value === '') onChange(null)
            box.openDropdown()
            box.selectFirstOption()
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            setTyped(null)
            box.closeDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === null || typed.trim().length < 2}>
        <Combobox.Options aria-label={label} mah={300} style={{ overflowY: 'auto' }}>
          {items.length === 0 && (
            <Combobox.Empty>{units.isFetching ? words.list.loading : words.form.nothingFound}</Combobox.Empty>
          )}
          {items.map((unit) => (
            <Combobox.Option key={`${unit.scheme}-${unit.code}`} value={`${unit.scheme}-${unit.code}`}>
              {unit.label}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
