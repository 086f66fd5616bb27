import { NativeSelect } from '@mantine/core'
import { useFormerProvinces, useProvinces } from '../../../office/api/reference.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { formerPrefix } from './province-fields.ts'

interface ProvinceChoiceProps {
  id?: string
  value: string
  /** what choosing nothing means */
  none: string
  required?: boolean
  onChange: (value: string) => void
}

/** Which province a list is about: a present one, or one of before 1/7/2025 whose names it still uses. */
export function ProvinceChoice({ id, value, none, required, onChange }: ProvinceChoiceProps) {
  const text = useWords().imports
  const present = useProvinces()
  const former = useFormerProvinces()
  const options = (provinces: { code: string; fullName: string }[] | undefined, prefix: string) =>
    (provinces ?? []).map((province) => ({ value: `${prefix}${province.code}`, label: province.fullName }))
  return (
    <NativeSelect
      {...(id !== undefined && { id })}
      label={text.provinceAsk}
      required={required ?? false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: none },
        { group: text.provincesNow, items: options(present.data, '') },
        { group: text.provincesFormer, items: options(former.data, formerPrefix) },
      ]}
    />
  )
}
