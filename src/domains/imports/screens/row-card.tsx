import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { send } from '../../../office/api/client.ts'
import { useMay } from '../../../office/api/session.ts'
import { useLocale, useWords } from '../../../office/locale/locale.ts'
import { Mark } from '../../../office/parts/marks.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { BatchView, RowView } from '../messages.ts'

type Problem = RowView['problems'][number]
interface Mending {
  values?: Record<string, string>
  decision?: 'apply' | 'skip'
  accept?: string[]
}

function useMend(batch: BatchView, row: RowView) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (mending: Mending) =>
      send<RowView>('PUT', `/office/imports/${batch.id}/rows/${row.rowNumber}`, mending),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['import', batch.id] }),
  })
}

/** One row: what was written beside what was understood, its problems with one-click answers, and mending in place. */
export function RowCard({ row, batch }: { row: RowView; batch: BatchView }) {
  const words = useWords()
  const text = words.imports
  const canMend = useMay('imports.run') && batch.state === 'staged'
  const mend = useMend(batch, row)
  const [isEditing, setEditing] = useState(false)
  const { product, producer } = row.subject
  return (
    <article className="section" aria-label={text.row(row.rowNumber)}>
      <Group justify="space-between" mb={8}>
        <strong>{text.sheetRow(row.sheetName, row.rowNumber)}</strong>
        <span className="small">
          {product && <Link to={`/products/${product.id}`}>{product.name}</Link>}{' '}
          {producer && <Link to={`/producers/${producer.id}`}>{producer.name}</Link>}
        </span>
      </Group>
      <ProblemSummary problem={mend.error} />
      {row.problems.map((problem) => (
        <ProblemLine
          key={`${problem.code} ${problem.letter} ${problem.field}`}
          problem={problem}
          row={row}
          canMend={canMend}
          isPending={mend.isPending}
          onMend={mend.mutate}
        />
      ))}
      <Reading row={row} />
      {isEditing && (
        <Mender
          batch={batch}
          row={row}
          isPending={mend.isPending}
          onMend={(values) => mend.mutate({ values }, { onSuccess: () => setEditing(false) })}
        />
      )}
      {canMend && (
        <Group gap={4} mt={8}>
          <Button size="compact-sm" variant="light" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
            {text.mend}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => mend.mutate({ decision: row.decision === 'skip' ? 'apply' : 'skip' })}
          >
            {row.decision === 'skip' ? text.unskip : text.skip}
          </Button>
        </Group>
      )}
    </article>
  )
}

interface ProblemLineProps {
  problem: Problem
  row: RowView
  canMend: boolean
  isPending: boolean
  onMend: (mending: Mending) => void
}

function ProblemLine({ problem, row, canMend, isPending, onMend }: ProblemLineProps) {
  const text = useWords().imports
  const { suggestion } = problem
  const tone = problem.level === 'error' ? 'bad' : problem.level === 'person' ? 'watch' : 'calm'
  return (
    <div style={{ marginBottom: 10 }}>
      <Mark
        tone={problem.resolved ? 'good' : tone}
        icon={problem.resolved ? 'tick' : problem.level === 'error' ? 'cross' : 'clock'}
      >
        {problem.resolved ? text.resolved : text.problemLevels[problem.level]}
      </Mark>{' '}
      {problem.letter && <span className="quiet small">{text.cell(`${problem.letter}${row.rowNumber}`)}</span>}{' '}
      {problem.message}
      {canMend && !problem.resolved && (
        <Group gap={6} mt={4}>
          {suggestion && (
            <Button
              size="compact-sm"
              variant="light"
              loading={isPending}
              onClick={() => onMend({ values: { [suggestion.field]: suggestion.value } })}
            >
              {text.accept(suggestion.label)}
            </Button>
          )}
          {problem.level === 'person' && (
            <Button
              size="compact-sm"
              variant="default"
              loading={isPending}
              onClick={() => onMend({ accept: [problem.code] })}
            >
              {text.acceptAsIs}
            </Button>
          )}
        </Group>
      )}
    </div>
  )
}

function Reading({ row }: { row: RowView }) {
  const text = useWords().imports
  const locale = useLocale()
  return (
    <div className="pair">
      <div>
        <div className="quiet small">{text.written}</div>
        <dl className="facts-list small">
          {row.written.map((cell) => (
            <div key={cell.column} style={{ display: 'contents' }}>
              <dt>
                {cell.letter} · {cell.header}
              </dt>
              <dd>{cell.text}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div>
        <div className="quiet small">{text.understood}</div>
        <dl className="facts-list small">
          {row.understood.map((line) => (
            <div key={line.field} style={{ display: 'contents' }}>
              <dt>{locale === 'en' ? line.labelEn : line.labelVi}</dt>
              <dd>{line.value}</dd>
            </div>
          ))}
        </dl>
        {row.changes.length > 0 && (
          <>
            <div className="quiet small" style={{ marginTop: 8 }}>
              {text.changes}
            </div>
            <ul className="small" style={{ margin: 0, paddingLeft: 18 }}>
              {row.changes.map((change) => (
                <li key={change.field}>
                  {change.field}: <del>{change.before || '–'}</del> → <ins>{change.after || '–'}</ins>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}

interface MenderProps {
  batch: BatchView
  row: RowView
  isPending: boolean
  onMend: (values: Record<string, string>) => void
}

function Mender({ batch, row, isPending, onMend }: MenderProps) {
  const words = useWords()
  const locale = useLocale()
  const [values, setValues] = useState<Record<string, string>>({})
  const nameOf = (name: string) => batch.mapping?.fields.find((field) => field.name === name)?.[locale] ?? name
  const missing = row.problems.flatMap(({ field }) =>
    field && !row.understood.some((line) => line.field === field) ? [field] : [],
  )
  const lines = [
    ...row.understood.map((line) => ({
      field: line.field,
      label: locale === 'en' ? line.labelEn : line.labelVi,
      value: line.value,
    })),
    ...[...new Set(missing)].map((field) => ({ field, label: nameOf(field), value: '' })),
  ]
  return (
    <form
      style={{ marginTop: 12 }}
      onSubmit={(event) => {
        event.preventDefault()
        onMend(values)
      }}
    >
      <div className="fields">
        {lines.map((line) => (
          <TextInput
            key={line.field}
            size="xs"
            label={line.label}
            value={values[line.field] ?? line.value}
            onChange={(event) => {
              const { value } = event.currentTarget
              setValues((before) => ({ ...before, [line.field]: value }))
            }}
          />
        ))}
      </div>
      <Button mt="sm" size="xs" type="submit" loading={isPending} disabled={Object.keys(values).length === 0}>
        {words.acts.save}
      </Button>
    </form>
  )
}
