import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useClassification } from '../../../office/api/reference.ts'
import { readPrice } from '../../../office/format/numbers.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { isGtinValid, isVietnamesePrefix, productLimits, writeGtin } from '../rules.ts'
import type { ProductDraft, TextName } from './product-draft.ts'

export interface FieldsProps {
  values: ProductDraft
  set: (name: TextName, value: string) => void
  errorOf: (path: string) => string | undefined
}

function fieldOf({ values, set, errorOf }: FieldsProps, name: TextName) {
  return {
    id: `field-${name}`,
    value: values[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  }
}

/** Name, set of the 26, GTIN and legal codes. */
export function IdentityFields({ isProposing = false, ...props }: FieldsProps & { isProposing?: boolean }) {
  const words = useWords()
  const text = words.product
  return (
    <div className="fields">
      <div className="wide">
        <TextInput label={text.name} required maxLength={productLimits.name} {...fieldOf(props, 'name')} />
      </div>
      <div className="wide">
        <SetChoice {...props} />
      </div>
      <GtinField {...props} />
      {!isProposing && <TextInput label={text.codeAdd} description={text.codeHint} {...fieldOf(props, 'newCodes')} />}
    </div>
  )
}

/** One of the 26 sets, grouped as the law groups them. */
export function SetChoice(props: FieldsProps) {
  const words = useWords()
  const nameOf = useName()
  const groups = useClassification().data ?? []
  const choices = groups.map((group) => ({
    group: nameOf(group),
    items: group.subgroups
      .flatMap((subgroup) => subgroup.sets)
      .map((set) => ({ value: set.code, label: `${set.code} · ${nameOf(set)}` })),
  }))
  return (
    <NativeSelect
      label={words.product.set}
      description={words.product.setHint}
      data={[{ value: '', label: words.form.choose }, ...choices]}
      {...fieldOf(props, 'setCode')}
    />
  )
}

function GtinField(props: FieldsProps) {
  const text = useWords().product
  const digits = writeGtin(props.values.gtin)
  const isWhole = /^(\d{8}|\d{12,14})$/.test(digits)
  const field = fieldOf(props, 'gtin')
  const warning = isWhole && !isGtinValid(digits) ? text.gtinWrong : undefined
  const isForeign = isWhole && isGtinValid(digits) && !isVietnamesePrefix(digits)
  return (
    <TextInput
      label={text.gtin}
      description={isForeign ? text.gtinForeign : text.gtinHint}
      inputMode="numeric"
      {...field}
      error={field.error ?? warning}
    />
  )
}

/** What it is, its story, what is in it, how it is used, kept and packed. */
export function DescriptionFields(props: FieldsProps) {
  const words = useWords()
  const text = words.product
  const long = [
    ['description', text.short, productLimits.description],
    ['story', text.story, productLimits.story],
    ['ingredients', text.ingredients, productLimits.ingredients],
    ['usage', text.usage, productLimits.usage],
    ['storage', text.storage, productLimits.storage],
    ['packaging', text.packaging, productLimits.packaging],
  ] as const
  return (
    <div className="fields">
      {long.map(([name, label, limit]) => (
        <div key={name} className={name === 'description' || name === 'story' ? 'wide' : ''}>
          <Textarea label={label} autosize minRows={2} maxRows={14} maxLength={limit} {...fieldOf(props, name)} />
        </div>
      ))}
    </div>
  )
}

/** Price, season and capacity. */
export function CommerceFields(props: FieldsProps) {
  const text = useWords().product
  const priceOf = (name: 'priceMin' | 'priceMax') => {
    const field = fieldOf(props, name)
    return { ...field, error: field.error ?? (readPrice(field.value) === undefined ? text.priceWrong : undefined) }
  }
  return (
    <div className="fields">
      <TextInput label={text.priceMin} inputMode="numeric" {...priceOf('priceMin')} />
      <TextInput label={text.priceMax} inputMode="numeric" {...priceOf('priceMax')} />
      <TextInput
        label={text.priceUnit}
        placeholder={text.priceUnitHint}
        maxLength={productLimits.priceUnit}
        {...fieldOf(props, 'priceUnit')}
      />
      <TextInput label={text.season} maxLength={productLimits.season} {...fieldOf(props, 'season')} />
      <TextInput label={text.capacity} maxLength={productLimits.capacity} {...fieldOf(props, 'capacity')} />
    </div>
  )
}
