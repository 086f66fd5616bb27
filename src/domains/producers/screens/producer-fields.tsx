import { Checkbox, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core'
import { useProducerKinds } from '../../../office/api/reference.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { genders, isTaxNumberValid, producerLimits, writeTaxNumber } from '../rules.ts'
import type { ProducerDraft, TextName } from './producer-draft.ts'

export interface FieldsProps {
  values: ProducerDraft
  set: <Name extends keyof ProducerDraft>(name: Name, value: ProducerDraft[Name]) => void
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

/** Kind, name and tax number, whose check digit is looked at while it is typed. */
export function IdentityFields(props: FieldsProps) {
  const words = useWords()
  const nameOf = useName()
  const kinds = useProducerKinds().data ?? []
  return (
    <div className="fields">
      <div className="wide">
        <TextInput label={words.producer.name} required maxLength={producerLimits.name} {...fieldOf(props, 'name')} />
      </div>
      <NativeSelect
        label={words.producer.kind}
        required
        data={[
          { value: '', label: words.form.choose },
          ...kinds.map((kind) => ({ value: kind.code, label: nameOf(kind) })),
        ]}
        {...fieldOf(props, 'kindCode')}
      />
      <TaxField {...props} />
    </div>
  )
}

function TaxField(props: FieldsProps) {
  const text = useWords().producer
  const { values, set } = props
  const written = writeTaxNumber(values.taxNumber)
  const isWrong = written.replace(/\D/g, '').length >= 10 && !isTaxNumberValid(written)
  const field = fieldOf(props, 'taxNumber')
  const warning = isWrong && !values.isTaxNumberConfirmed ? text.taxWrong : undefined
  return (
    <div>
      <TextInput
        label={text.taxNumber}
        description={text.taxHint}
        inputMode="numeric"
        maxLength={producerLimits.taxNumber}
        {...field}
        error={field.error ?? warning}
      />
      {isWrong && (
        <Checkbox
          mt="xs"
          label={text.taxConfirmed}
          checked={values.isTaxNumberConfirmed}
          onChange={(event) => set('isTaxNumberConfirmed', event.currentTarget.checked)}
        />
      )}
    </div>
  )
}

/** The public introduction. */
export function IntroductionField(props: FieldsProps) {
  const text = useWords().producer
  return (
    <Textarea
      label={text.introduction}
      autosize
      minRows={3}
      maxRows={14}
      maxLength={producerLimits.introduction}
      {...fieldOf(props, 'introduction')}
    />
  )
}

/** The representative: kept for contact and statistics, never published. */
export function PeopleFields(props: FieldsProps) {
  const words = useWords()
  const text = words.producer
  return (
    <>
      <p className="band band-calm">
        <strong>{text.private}</strong> · {text.privateText}
      </p>
      <div className="fields">
        <div className="wide">
          <TextInput
            label={`${text.representative} (${text.private})`}
            maxLength={producerLimits.representative}
            autoComplete="off"
            {...fieldOf(props, 'representative')}
          />
        </div>
        <NativeSelect
          label={`${text.gender} (${text.private})`}
          data={[
            { value: '', label: words.form.none },
            ...genders.map((gender) => ({ value: gender, label: text.genders[gender] })),
          ]}
          {...fieldOf(props, 'representativeGender')}
        />
        <TextInput
          label={`${text.ethnicity} (${text.private})`}
          maxLength={producerLimits.ethnicity}
          {...fieldOf(props, 'representativeEthnicity')}
        />
      </div>
    </>
  )
}

/** Contacts, and whether the producer agreed to publish them. */
export function ContactFields(props: FieldsProps & { consentedAt?: string | undefined }) {
  const text = useWords().producer
  const { values, set } = props
  return (
    <div className="fields">
      <TextInput label={text.phone} inputMode="tel" maxLength={producerLimits.phone} {...fieldOf(props, 'phone')} />
      <TextInput label={text.email} inputMode="email" maxLength={producerLimits.email} {...fieldOf(props, 'email')} />
      <TextInput
        label={text.website}
        inputMode="url"
        maxLength={producerLimits.website}
        {...fieldOf(props, 'website')}
      />
      <div className="wide">
        <Switch
          label={text.consent}
          description={[text.consentText, props.consentedAt].filter(Boolean).join(' ')}
          checked={values.contactsPublic}
          onChange={(event) => set('contactsPublic', event.currentTarget.checked)}
        />
      </div>
    </div>
  )
}
