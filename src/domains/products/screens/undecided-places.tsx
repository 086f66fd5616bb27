import { Button, Checkbox, NativeSelect, Radio } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { ask, send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { ProvinceFilter } from '../../../office/parts/filter-controls.tsx'
import { List } from '../../../office/parts/list.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import { useFilters } from '../../../office/parts/use-filters.ts'
import type { UndecidedPlaces as Answer } from '../messages.ts'

type Places = z.infer<typeof Answer>
type Group = Places['items'][number]

/** Old units that were divided: a person says where each producer and product lies today, many at once. */
export function UndecidedPlaces() {
  const words = useWords()
  const { filters, cursor, change } = useFilters(['province'] as const)
  const answer = useQuery({
    queryKey: ['undecided-places', filters, cursor],
    queryFn: ({ signal }) => ask<Places>('/office/undecided-places', { ...filters, cursor }, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={words.places.title} intro={words.places.intro}>
      <search className="filters" aria-label={words.list.filters}>
        <ProvinceFilter value={filters.province} onChange={(province) => change({ province })} />
      </search>
      <List
        answer={answer}
        noun={words.places.waiting}
        empty={<Empty icon="tick" title={words.places.empty} text={words.places.emptyText} />}
      >
        {(groups) => groups.map((group) => <GroupForm key={keyOf(group)} group={group} />)}
      </List>
    </Page>
  )
}

function keyOf(group: Group): string {
  return `${group.recorded?.scheme} ${group.recorded?.code} ${group.provinceCode}`
}

function keyOfSubject(subject: Group['subjects'][number]): string {
  return `${subject.kind} ${subject.id}`
}

function GroupForm({ group }: { group: Group }) {
  const words = useWords()
  const text = words.places
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string[]>(group.subjects.map(keyOfSubject))
  const [communeCode, setCommune] = useState(group.candidates.find((unit) => unit.isDefault)?.code ?? '')
  const [reason, setReason] = useState('')
  const subjects = group.subjects.filter((subject) => chosen.includes(keyOfSubject(subject)))
  const decide = useMutation({
    mutationFn: () =>
      send<{ decided: number }>('POST', '/office/undecided-places/decisions', {
        subjects: subjects.map(({ kind, id }) => ({ kind, id })),
        communeCode,
        reason,
      }),
    onSuccess: async ({ decided }) => {
      notify(text.decided(decided))
      await queries.invalidateQueries({ queryKey: ['undecided-places'] })
    },
  })
  return (
    <form
      className="section"
      aria-label={`${group.recorded?.name ?? text.unknownUnit}, ${group.provinceName}`}
      onSubmit={(event) => {
        event.preventDefault()
        decide.mutate()
      }}
    >
      <h2>
        {group.recorded?.name ?? text.unknownUnit} <span className="quiet small">· {group.provinceName}</span>
      </h2>
      <ProblemSummary problem={decide.error} labels={{ communeCode: text.candidates, reason: text.reason }} />
      <div className="pair">
        <Subjects group={group} chosen={chosen} onChosen={setChosen} />
        <div>
          <Candidates group={group} communeCode={communeCode} onCommune={setCommune} />
          <ReasonField reason={reason} onReason={setReason} label={text.reason} hint={text.reasonHint} />
          <Button
            mt="sm"
            type="submit"
            loading={decide.isPending}
            disabled={subjects.length === 0 || communeCode === ''}
          >
            {text.decide(subjects.length)}
          </Button>
          <div className="small quiet" aria-live="polite">
            {subjects.length === 0 ? text.chooseSubjects : communeCode === '' ? text.chooseCommune : ''}
          </div>
        </div>
      </div>
    </form>
  )
}

interface SubjectsProps {
  group: Group
  chosen: string[]
  onChosen: (chosen: string[]) => void
}

function Subjects({ group, chosen, onChosen }: SubjectsProps) {
  const text = useWords().places
  const all = group.subjects.map(keyOfSubject)
  const isAll = all.every((key) => chosen.includes(key))
  return (
    <div>
      <Checkbox
        label={<strong>{text.selectAll}</strong>}
        checked={isAll}
        indeterminate={!isAll && chosen.length > 0}
        onChange={(event) => onChosen(event.currentTarget.checked ? all : [])}
      />
      <Checkbox.Group value={chosen} onChange={onChosen} aria-label={text.subjects}>
        {group.subjects.map((subject) => (
          <Checkbox
            key={subject.id}
            mt={8}
            value={keyOfSubject(subject)}
            label={subject.name}
            description={
              <>
                {text[subject.kind]} · {subject.addressText || subject.publicId} ·{' '}
                <Link to={`/${subject.kind}s/${subject.id}`}>{subject.publicId}</Link>
              </>
            }
          />
        ))}
      </Checkbox.Group>
    </div>
  )
}

/** More candidates than this are chosen from a list instead of a column of radio buttons. */
const fewCandidates = 12

interface CandidatesProps {
  group: Group
  communeCode: string
  onCommune: (code: string) => void
}

function Candidates({ group, communeCode, onCommune }: CandidatesProps) {
  const words = useWords()
  const text = words.places
  const choices = group.candidates.map((unit) => ({
    value: unit.code,
    label: unit.isDefault ? `${unit.name} (${text.likely})` : unit.name,
  }))
  if (choices.length > fewCandidates)
    return (
      <NativeSelect
        label={text.candidates}
        value={communeCode}
        onChange={(event) => onCommune(event.currentTarget.value)}
        data={[{ value: '', label: words.form.choose }, ...choices]}
      />
    )
  return (
    <Radio.Group label={text.candidates} value={communeCode} onChange={onCommune}>
      {choices.map((choice) => (
        <Radio key={choice.value} mt={8} value={choice.value} label={choice.label} />
      ))}
    </Radio.Group>
  )
}
