import { Radio, Stack, TextInput } from '@mantine/core'
import { useUnit } from '../api/reference.ts'
import { useWords } from '../locale/locale.ts'
import { type ChosenUnit, UnitPicker } from './unit-picker.tsx'

export interface PlaceValue {
  addressText: string
  unit: ChosenUnit | null
  communeCode: string | null
}

interface PlaceEntryProps {
  value: PlaceValue
  required?: boolean
  errorOf: (path: string) => string | undefined
  onChange: (place: PlaceValue) => void
}

/** Where something lies: the address as written, the unit, and – when the unit was divided – which present commune, or not known yet. */
export function PlaceEntry({ value, required, errorOf, onChange }: PlaceEntryProps) {
  const words = useWords().place
  return (
    <div className="fields">
      <div className="wide">
        <UnitPicker
          id="field-place.unit"
          label={words.unit}
          hint={words.unitHint}
          required={required ?? false}
          value={value.unit}
          error={errorOf('place.unit') ?? errorOf('place.unit.code')}
          onChange={(unit) => onChange({ ...value, unit, communeCode: null })}
        />
      </div>
      <div className="wide">
        <TextInput
          id="field-place.addressText"
          label={words.address}
          description={words.addressHint}
          maxLength={300}
          error={errorOf('place.addressText')}
          value={value.addressText}
          onChange={(event) => onChange({ ...value, addressText: event.currentTarget.value })}
        />
      </div>
      <div className="wide" aria-live="polite">
        <PresentPlace value={value} onChange={onChange} error={errorOf('communeCode')} />
      </div>
    </div>
  )
}

interface PresentProps {
  value: PlaceValue
  error: string | undefined
  onChange: (place: PlaceValue) => void
}

function PresentPlace({ value, error, onChange }: PresentProps) {
  const words = useWords()
  const detail = useUnit(value.unit)
  const place = value.unit === null ? undefined : detail.data?.place
  if (place === undefined) return null
  if (place.state !== 'undecided')
    return (
      <span className="quiet">
        {words.place.now}: <strong>{(place.commune ?? place.province).label}</strong>
      </span>
    )
  return (
    <Radio.Group
      label={words.place.divided}
      id="field-communeCode"
      error={error}
      value={value.communeCode ?? ''}
      onChange={(code) => onChange({ ...value, communeCode: code || null })}
    >
      <Stack gap={6} mt={8}>
        {place.candidates.map((unit) => (
          <Radio
            key={unit.code}
            value={unit.code}
            label={unit.code === place.suggested?.code ? `${unit.fullName} (${words.places.likely})` : unit.fullName}
          />
        ))}
        <Radio value="" label={words.place.notYet} />
      </Stack>
    </Radio.Group>
  )
}
