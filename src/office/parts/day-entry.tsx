import { ActionIcon, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { isDay, maskDay, readDay, showDay } from '../format/days.ts'
import { useWords } from '../locale/locale.ts'
import { Icon } from './icons.tsx'

interface DayEntryProps {
  id: string
  label: string
  /** yyyy-mm-dd, or the text as typed while it is no day yet */
  value: string
  error?: string | undefined
  required?: boolean
  latest?: string
  onChange: (value: string) => void
}

/** A day, typed as dd/mm/yyyy or picked on the browser's own calendar. */
export function DayEntry({ id, label, value, error, required, latest, onChange }: DayEntryProps) {
  const words = useWords().form
  const calendar = useRef<HTMLInputElement>(null)
  const [wasLeft, setLeft] = useState(false)
  const shown = isDay(value) ? showDay(value) : value
  const wrong = wasLeft && value !== '' && !isDay(value) ? words.dateWrong : undefined
  return (
    <div style={{ position: 'relative' }}>
      <TextInput
        id={id}
        label={label}
        description={words.dateHint}
        inputMode="numeric"
        autoComplete="off"
        placeholder="dd/mm/yyyy"
        required={required ?? false}
        withAsterisk={false}
        value={shown}
        error={error ?? wrong}
        onChange={(event) => {
          const typed = maskDay(event.currentTarget.value, shown)
          onChange(readDay(typed) ?? typed)
        }}
        onBlur={() => setLeft(true)}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.pickDay}
            onClick={() => calendar.current?.showPicker()}
          >
            <Icon name="calendar" size={16} />
          </ActionIcon>
        }
      />
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        className="seen-by-readers"
        style={{ right: 0, bottom: 0 }}
        max={latest}
        value={isDay(value) ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
