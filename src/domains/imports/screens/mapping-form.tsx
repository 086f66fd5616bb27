import { Button, Group, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { useLocale, useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { BatchView } from '../messages.ts'
import { ProvinceChoice } from './province-choice.tsx'
import { chosenProvince, provinceFields } from './province-fields.ts'

type Chosen = Record<number, string>

function useSetMapping(batch: BatchView, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => send<BatchView>('PUT', `/office/imports/${batch.id}/mapping`, body),
    onSuccess: async (changed) => {
      queries.setQueryData(['import', batch.id], changed)
      await queries.invalidateQueries({ queryKey: ['import', batch.id] })
      onDone()
    },
  })
}

/** What each column means – recognised, shown with its confidence and examples, changeable – and what only a person knows. */
export function MappingForm({ batch, onDone }: { batch: BatchView; onDone: () => void }) {
  const words = useWords()
  const text = words.imports
  const locale = useLocale()
  const columns = batch.mapping?.columns ?? []
  const [chosen, setChosen] = useState<Chosen>({})
  const [province, setProvince] = useState(chosenProvince(batch))
  const change = useSetMapping(batch, onDone)
  const fieldOf = (column: (typeof columns)[number]) => chosen[column.column] ?? column.field ?? ''
  const asksProvince = batch.questions.some((question) => question.code === 'province')
  const submit = () =>
    change.mutate({
      columns: columns.map((column) => ({ column: column.column, field: fieldOf(column) || null })),
      ...provinceFields(province),
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ProblemSummary problem={change.error} labels={{ provinceCode: text.provinceAsk }} />
      {asksProvince && (
        <div className="band">
          <strong>{text.questions}</strong>
          {batch.questions.map((question) => (
            <p key={question.code}>{question[locale]}</p>
          ))}
          <ProvinceChoice
            id="field-provinceCode"
            required
            value={province}
            none={words.form.choose}
            onChange={setProvince}
          />
        </div>
      )}
      <p className="quiet">
        {text.mappingText} {batch.mapping?.remembered && text.remembered}
      </p>
      {batch.sheets.length > 1 && (
        <NativeSelect
          label={text.sheet}
          mb="md"
          value={String(batch.sheetIndex)}
          onChange={(event) => change.mutate({ sheetIndex: Number(event.currentTarget.value) })}
          data={batch.sheets.map((sheet) => ({ value: String(sheet.index), label: sheet.name }))}
        />
      )}
      <Columns
        batch={batch}
        fieldOf={fieldOf}
        onChoose={(column, field) => setChosen((before) => ({ ...before, [column]: field }))}
      />
      <Group mt="md">
        <Button type="submit" loading={change.isPending}>
          {text.saveMapping}
        </Button>
      </Group>
    </form>
  )
}

type Column = NonNullable<BatchView['mapping']>['columns'][number]

interface ColumnsProps {
  batch: BatchView
  fieldOf: (column: Column) => string
  onChoose: (column: number, field: string) => void
}

function Columns({ batch, fieldOf, onChoose }: ColumnsProps) {
  const text = useWords().imports
  const locale = useLocale()
  const fields = (batch.mapping?.fields ?? []).map((field) => ({ value: field.name, label: field[locale] }))
  return (
    <table className="table cards">
      <caption className="seen-by-readers">{text.mapping}</caption>
      <thead>
        <tr>
          <th scope="col">{text.header}</th>
          <th scope="col">{text.samples}</th>
          <th scope="col">{text.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {(batch.mapping?.columns ?? []).map((column) => (
          <tr key={column.column}>
            <td className="card-head">
              <strong>{column.letter}</strong> {column.header}
            </td>
            <td data-label={text.samples} className="quiet small">
              {column.samples.slice(0, 3).join(' · ')}
            </td>
            <td data-label={text.meaning}>
              <NativeSelect
                aria-label={`${text.meaning}: ${text.column} ${column.letter} ${column.header}`}
                size="xs"
                value={fieldOf(column)}
                onChange={(event) => onChoose(column.column, event.currentTarget.value)}
                data={[{ value: '', label: text.ignore }, ...fields]}
              />
              {column.field && <span className="quiet small">{text.sure(Math.round(column.confidence * 100))}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
