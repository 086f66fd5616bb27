import type { FieldCells } from './field-cells.ts'
import type { ImportField } from './fields.ts'
import { type Problem, problem } from './problems.ts'
import { readDate } from './read-date.ts'
import { type Decision, readDecision } from './read-decision.ts'
import { readStar, type Star } from './read-star.ts'

export type Occasion = 'first' | 'second' | 'only'

/** One recognition as a row tells it; dates are ISO, texts as written where they were not understood. */
export interface ListedRecognition {
  kind: Occasion
  star: Star
  decidedOn?: string
  year?: number
  decisionNumber?: string
  authority?: string
}

const fieldsOf = {
  only: {
    star: 'star',
    decidedOn: 'decidedOn',
    year: 'year',
    decisionNumber: 'decisionNumber',
    authority: 'authority',
  },
  first: {
    star: 'firstStar',
    decidedOn: 'firstDecidedOn',
    year: 'firstYear',
    decisionNumber: 'firstDecisionNumber',
    authority: 'firstAuthority',
  },
  second: {
    star: 'secondStar',
    decidedOn: 'secondDecidedOn',
    year: 'secondYear',
    decisionNumber: 'secondDecisionNumber',
    authority: 'secondAuthority',
  },
} as const satisfies Record<Occasion, Record<string, ImportField>>

const programmeBegan = 2018

interface Reading {
  recognition?: ListedRecognition
  problems: Problem[]
}

/** Reads one recognition of a row. Without a recognised star there is none: the row then only tells of a product. */
export function readRecognition(
  cells: FieldCells,
  kind: Occasion,
  starField: ImportField = fieldsOf[kind].star,
): Reading {
  const fields = fieldsOf[kind]
  const { star, problems } = starOf(cells, starField)
  const cited = citedDecision(cells, fields.decisionNumber)
  const day = dayOf(cells, fields.decidedOn)
  const year = yearOf(cells, fields.year)
  const decidedOn = day.date ?? cited.date
  const authority = cells.text(fields.authority) || cited.authority
  const said = year.year ?? day.year ?? cited.yearInNumber
  problems.push(...cited.problems, ...day.problems, ...year.problems)
  if (decidedOn && year.year !== undefined && year.year !== Number(decidedOn.slice(0, 4))) {
    const suggestion = { field: fields.year, value: decidedOn.slice(0, 4) }
    problems.push(cells.problem('year-differs-from-date', fields.year, suggestion))
  }
  if (star === undefined) return { problems }
  if (!cited.number && cells.text(fields.decisionNumber) === '')
    problems.push(cells.problem('decision-missing', fields.decisionNumber))
  const knownYear = decidedOn ? Number(decidedOn.slice(0, 4)) : said
  const recognition = {
    kind,
    star,
    ...(decidedOn && { decidedOn }),
    ...(knownYear !== undefined && { year: knownYear }),
    ...(cited.number && { decisionNumber: cited.number }),
    ...(authority && { authority }),
  }
  return { recognition, problems }
}

function starOf(cells: FieldCells, field: ImportField): { star?: Star; problems: Problem[] } {
  const reading = readStar(cells.text(field))
  if (reading.kind === 'star') return { star: reading.star, problems: [] }
  if (reading.kind === 'proposal') return { problems: [cells.problem('proposal-not-decision', field)] }
  if (reading.kind === 'needs-person') return { problems: [cells.problem('star-needs-person', field)] }
  if (reading.kind === 'problem') return { problems: [cells.problem('star-unreadable', field)] }
  const code =
    reading.reason === 'blank' ? 'star-missing' : reading.reason === 'stated' ? 'not-recognised' : 'below-three-stars'
  return { problems: [cells.problem(code, field)] }
}

function citedDecision(cells: FieldCells, field: ImportField): Partial<Decision> & { problems: Problem[] } {
  const text = cells.text(field)
  const reading = readDecision(text)
  if (reading.kind === 'blank') return { problems: [] }
  if (reading.kind === 'several') return { problems: [cells.problem('several-decisions', field)] }
  if (reading.kind === 'unreadable') return { problems: [cells.problem('decision-unreadable', field)] }
  const { decision } = reading
  return { ...decision, problems: decision.isComplete ? [] : [cells.problem('decision-incomplete', field)] }
}

function dayOf(cells: FieldCells, field: ImportField): { date?: string; year?: number; problems: Problem[] } {
  const reading = readDate(cells.text(field))
  if (reading.kind === 'date') return { date: reading.date, problems: [] }
  if (reading.kind === 'blank') return { problems: [] }
  if (reading.kind === 'year' || reading.kind === 'month')
    return { year: reading.year, problems: [cells.problem('date-incomplete', field)] }
  if (reading.kind === 'unreadable') return { problems: [cells.problem('date-unreadable', field)] }
  const suggestion = reading.suggestion ? { field, value: reading.suggestion } : undefined
  return { problems: [cells.problem('date-impossible', field, suggestion)] }
}

function yearOf(cells: FieldCells, field: ImportField): { year?: number; problems: Problem[] } {
  const reading = readDate(cells.text(field))
  if (reading.kind === 'blank') return { problems: [] }
  const year = reading.kind === 'date' ? Number(reading.date.slice(0, 4)) : 'year' in reading ? reading.year : undefined
  if (year === undefined) return { problems: [cells.problem('year-unreadable', field)] }
  return { year, problems: year < programmeBegan ? [cells.problem('year-before-programme', field)] : [] }
}

/** What contradicts between two recognitions of one row. */
export function compareOccasions(
  cells: FieldCells,
  first: ListedRecognition | undefined,
  second: ListedRecognition | undefined,
): Problem[] {
  const [earlier, later] = [first, second].map(
    (one) => one?.decidedOn ?? (one?.year !== undefined ? String(one.year) : undefined),
  )
  if (!earlier || !later) return []
  const length = Math.min(earlier.length, later.length)
  const isReversed = later.slice(0, length) < earlier.slice(0, length)
  const field = second?.decidedOn ? 'secondDecidedOn' : 'secondYear'
  return isReversed
    ? [problem('second-before-first', { field, column: cells.column(field), found: cells.text(field) || later })]
    : []
}
