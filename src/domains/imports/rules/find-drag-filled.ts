import { type Problem, problem } from './problems.ts'
import type { ReadRow } from './read-row.ts'
import type { MappedColumn } from './recognise-header.ts'

const shortestRun = 3

interface Step {
  row: number
  /** The number that may have been dragged. */
  value: number | undefined
  /** What has to stay the same for a rise to be suspicious. */
  rest: string
}

/** Runs of at least three following rows in which a number goes up by exactly one while all else that was decided stays the same. */
export function risingRuns(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = []
  let run: Step[] = []
  for (const step of steps) {
    const last = run.at(-1)
    const follows =
      last?.value !== undefined && step.value === last.value + 1 && step.rest === last.rest && step.row === last.row + 1
    if (!follows) run = step.value === undefined ? [] : [step]
    else {
      run.push(step)
      if (run.length === shortestRun) runs.push(run)
    }
  }
  return runs
}

const yearFields = { only: 'year', first: 'firstYear', second: 'secondYear' } as const
const numberFields = { only: 'decisionNumber', first: 'firstDecisionNumber', second: 'secondDecisionNumber' } as const

/** Years and decision numbers that look dragged down a column, as problems by row number. */
export function findDragFilled(rows: readonly ReadRow[], columns: readonly MappedColumn[]): Map<number, Problem[]> {
  const found = new Map<number, Problem[]>()
  const report = (
    run: readonly Step[],
    code: 'years-drag-filled' | 'decisions-drag-filled',
    field: MappedColumn['field'],
  ) => {
    const text = `${run[0]?.value} – ${run.at(-1)?.value}`
    const column = columns.find((one) => one.field === field)?.column
    const first = String(run[0]?.value ?? '')
    const suggestion = code === 'years-drag-filled' ? { field, value: first } : undefined
    for (const { row } of run)
      found.set(row, [...(found.get(row) ?? []), problem(code, { field, column, found: text, suggestion })])
  }
  for (const kind of ['only', 'first', 'second'] as const) {
    for (const run of risingRuns(rows.map((row) => yearStep(row, kind))))
      report(run, 'years-drag-filled', yearFields[kind])
    for (const run of risingRuns(rows.map((row) => numberStep(row, kind))))
      report(run, 'decisions-drag-filled', numberFields[kind])
  }
  return found
}

type Kind = keyof typeof yearFields

function yearStep({ listed }: ReadRow, kind: Kind): Step {
  const { written, row } = listed
  const value = Number(written[yearFields[kind]] ?? Number.NaN)
  const rest = [
    written[numberFields[kind]],
    written[kind === 'only' ? 'decidedOn' : kind === 'first' ? 'firstDecidedOn' : 'secondDecidedOn'],
  ].join('|')
  return { row, value: Number.isInteger(value) && value > 1900 && value < 2200 ? value : undefined, rest }
}

function numberStep({ listed }: ReadRow, kind: Kind): Step {
  const { written, row } = listed
  const match = /^\D*(\d+)(.*)$/s.exec(written[numberFields[kind]] ?? '')
  const day = written[kind === 'only' ? 'decidedOn' : kind === 'first' ? 'firstDecidedOn' : 'secondDecidedOn']
  return { row, value: match ? Number(match[1]) : undefined, rest: `${match?.[2]}|${day}|${written[yearFields[kind]]}` }
}
