import type { MendedValues } from './field-cells.ts'
import type { ImportField } from './fields.ts'
import { type Problem, type ProblemCode, problem } from './problems.ts'
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

const occasions = [
  { year: 'year', number: 'decisionNumber', day: 'decidedOn' },
  { year: 'firstYear', number: 'firstDecisionNumber', day: 'firstDecidedOn' },
  { year: 'secondYear', number: 'secondDecisionNumber', day: 'secondDecidedOn' },
] as const satisfies Record<string, ImportField>[]
type OccasionFields = (typeof occasions)[number]

/** Years and decision numbers that look dragged down a column, as problems by row number; a number that a person mended is trusted. */
export function findDragFilled(
  rows: readonly ReadRow[],
  columns: readonly MappedColumn[],
  mended: ReadonlyMap<number, MendedValues> = new Map(),
): Map<number, Problem[]> {
  const found = new Map<number, Problem[]>()
  const report = (run: readonly Step[], code: ProblemCode, field: ImportField) => {
    const column = columns.find((one) => one.field === field)?.column
    const text = `${run[0]?.value} – ${run.at(-1)?.value}`
    const suggestion = code === 'years-drag-filled' ? { field, value: String(run[0]?.value ?? '') } : undefined
    for (const { row } of run) {
      found.set(row, [...(found.get(row) ?? []), problem(code, { field, column, found: text, suggestion })])
    }
  }
  const untouched = (step: Step, field: ImportField): Step =>
    mended.get(step.row)?.[field] === undefined ? step : { ...step, value: undefined }
  for (const fields of occasions) {
    const years = rows.map((row) => untouched(yearStep(row, fields), fields.year))
    const numbers = rows.map((row) => untouched(numberStep(row, fields), fields.number))
    for (const run of risingRuns(years)) report(run, 'years-drag-filled', fields.year)
    for (const run of risingRuns(numbers)) report(run, 'decisions-drag-filled', fields.number)
  }
  return found
}

function yearStep({ listed: { written, row } }: ReadRow, fields: OccasionFields): Step {
  const value = Number(written[fields.year] ?? Number.NaN)
  const isYear = Number.isInteger(value) && value > 1900 && value < 2200
  return { row, value: isYear ? value : undefined, rest: `${written[fields.number]}|${written[fields.day]}` }
}

function numberStep({ listed: { written, row } }: ReadRow, fields: OccasionFields): Step {
  const match = /^\D*(\d+)(.*)$/s.exec(written[fields.number] ?? '')
  const rest = `${match?.[2]}|${written[fields.day]}|${written[fields.year]}`
  return { row, value: match ? Number(match[1]) : undefined, rest }
}
