import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { ask } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import type { ProducerLines } from '../../producers/messages.ts'

export interface ChosenProducer {
  id: string
  name: string
}

interface PickerProps {
  value: ChosenProducer | null
  error?: string | undefined
  onChange: (producer: ChosenProducer | null) => void
}

/** Finds a producer in one's scope by name or tax number. */
export function ProducerPicker({ value, error, onChange }: PickerProps) {
  const words = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [asked] = useDebouncedValue((typed ?? '').trim(), 150)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const found = useQuery({
    queryKey: ['producers', 'picker', asked],
    queryFn: ({ signal }) => ask<z.infer<typeof ProducerLines>>('/office/producers', { q: asked, limit: 10 }, signal),
    enabled: asked.length >= 2,
    placeholderData: (before) => before,
  })
  const items = asked.length >= 2 ? (found.data?.items ?? []) : []
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        const chosen = items.find((item) => item.id === id)
        onChange(chosen ? { id: chosen.id, name: chosen.name } : null)
        setTyped(null)
        box.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          id="field-producerId"
          label={words.product.chooseProducer}
          description={words.product.chooseProducerHint}
          required
          autoComplete="off"
          error={error}
          value={typed ?? value?.name ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            box.openDropdown()
            box.selectFirstOption()
          }}
          onBlur={() => {
            setTyped(null)
            box.closeDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked.length < 2 || typed === null}>
        <Combobox.Options aria-label={words.product.chooseProducer}>
          {items.length === 0 && (
            <Combobox.Empty>{found.isFetching ? words.list.loading : words.form.nothingFound}</Combobox.Empty>
          )}
          {items.map((item) => (
            <Combobox.Option key={item.id} value={item.id}>
              {item.name}{' '}
              <span className="quiet small">
                {[item.taxNumber, item.communeName, item.provinceName].filter(Boolean).join(' · ')}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
