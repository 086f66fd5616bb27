import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core'
import { showDay } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { DayEntry } from '../../../office/parts/day-entry.tsx'
import { Stars } from '../../../office/parts/marks.tsx'
import { expiryOfDraft, type RecognitionDraft, usualLevel } from './recognition-draft.ts'

interface FieldsProps {
  draft: RecognitionDraft
  set: <Name extends keyof RecognitionDraft>(name: Name, value: RecognitionDraft[Name]) => void
  errorOf: (path: string) => string | undefined
  provinceName: string
}

const kinds = ['first', 'upgrade', 're-evaluation', 'historical'] as const
const levels = ['district', 'province', 'ministry'] as const

/** What a decision says; the expiry is computed while one types. */
export function RecognitionFields(props: FieldsProps) {
  const { draft, set, errorOf, provinceName } = props
  const text = useWords().recognition
  const chooseLevel = (level: RecognitionDraft['authorityLevel']) => {
    set('authorityLevel', level)
    if (level === 'ministry') set('authorityName', text.ministry)
    if (level === 'province') set('authorityName', text.provincePeople(provinceName))
    if (level === 'district') set('authorityName', '')
  }
  const chooseStar = (star: string) => {
    set('star', star)
    chooseLevel(usualLevel(star))
  }
  return (
    <div className="fields">
      <Radio.Group label={text.star} value={draft.star} onChange={chooseStar} error={errorOf('star')} id="field-star">
        <div style={{ display: 'flex', gap: 18, flexWrap: 'wrap', paddingTop: 8 }}>
          {['3', '4', '5'].map((star) => (
            <Radio key={star} value={star} label={<Stars star={Number(star)} />} />
          ))}
        </div>
      </Radio.Group>
      <NativeSelect
        label={text.kind}
        value={draft.kind}
        onChange={(event) => set('kind', kinds.find((kind) => kind === event.currentTarget.value) ?? 'first')}
        data={kinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <TextInput
        id="field-decisionNumber"
        label={text.number}
        description={text.numberHint}
        maxLength={100}
        value={draft.decisionNumber}
        error={errorOf('decisionNumber')}
        onChange={(event) => set('decisionNumber', event.currentTarget.value)}
      />
      <When {...props} />
      <NativeSelect
        label={text.level}
        value={draft.authorityLevel}
        onChange={(event) => chooseLevel(levels.find((level) => level === event.currentTarget.value) ?? 'province')}
        data={levels.map((value) => ({ value, label: text.levels[value] }))}
      />
      <TextInput
        id="field-authorityName"
        label={text.authority}
        required
        maxLength={200}
        value={draft.authorityName}
        error={errorOf('authorityName')}
        onChange={(event) => set('authorityName', event.currentTarget.value)}
      />
      <TextInput
        label={text.page}
        maxLength={40}
        value={draft.documentPage}
        onChange={(event) => set('documentPage', event.currentTarget.value)}
      />
      <Expiry draft={draft} />
      <div className="wide">
        <Checkbox
          label={text.verified}
          description={text.unverifiedText}
          checked={draft.isVerified}
          onChange={(event) => set('isVerified', event.currentTarget.checked)}
        />
      </div>
    </div>
  )
}

function When({ draft, set, errorOf }: FieldsProps) {
  const text = useWords().recognition
  return (
    <div>
      {draft.isOnlyYear ? (
        <TextInput
          id="field-decidedYear"
          label={text.decidedYear}
          description="2018–"
          inputMode="numeric"
          maxLength={4}
          required
          pattern="20[0-9]{2}"
          value={draft.decidedYear}
          error={errorOf('decidedYear')}
          onChange={(event) => set('decidedYear', event.currentTarget.value.replace(/\D/g, ''))}
        />
      ) : (
        <DayEntry
          id="field-decidedOn"
          label={text.decidedOn}
          required
          value={draft.decidedOn}
          error={errorOf('decidedOn')}
          onChange={(day) => set('decidedOn', day)}
        />
      )}
      <Checkbox
        mt={8}
        size="xs"
        label={text.onlyYear}
        checked={draft.isOnlyYear}
        onChange={(event) => set('isOnlyYear', event.currentTarget.checked)}
      />
    </div>
  )
}

function Expiry({ draft }: { draft: RecognitionDraft }) {
  const text = useWords().recognition
  const expiry = expiryOfDraft(draft)
  return (
    <div aria-live="polite">
      <div style={{ fontWeight: 500, fontSize: '0.875rem' }}>{text.expiry}</div>
      {expiry === null ? (
        <span className="quiet small">{text.expiryRule}</span>
      ) : (
        <strong>
          {expiry.expiresOn === expiry.expiresBy
            ? showDay(expiry.expiresOn)
            : text.expiryBetween(showDay(expiry.expiresOn), showDay(expiry.expiresBy))}
        </strong>
      )}
    </div>
  )
}
