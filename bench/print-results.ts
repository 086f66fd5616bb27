import { cpus, totalmem } from 'node:os'
import type { Imported } from './measure-import.ts'
import type { Measured } from './measure-workloads.ts'

const number = (value: number, digits = 0) =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

/** A table as Markdown, so that it can be pasted into bench/README.md as it is. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** What machine it was. */
export function machineText(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${number(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`
}

/** Requests a second, latencies and the two ratios at one size. */
export function loadTable(products: number, measured: readonly Measured[]): string {
  const rows = measured.map(({ name, program, limit, query }) => [
    name,
    number(program.perSecond),
    number(program.p50, 1),
    number(program.p99, 1),
    number(limit.perSecond),
    (program.perSecond / limit.perSecond).toFixed(2),
    query === null ? '–' : number(query.perSecond),
    query === null ? '–' : (program.perSecond / query.perSecond).toFixed(2),
    number(program.failed),
  ])
  const head = [
    'workload',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'limit/s',
    'of the limit',
    'by hand/s',
    'of by hand',
    'failed',
  ]
  return `\n### ${number(products)} products\n\n${table(head, rows)}\n`
}

/** How the median grew from the small register to the large. */
export function growthTable(small: readonly Measured[], large: readonly Measured[]): string {
  const rows = small.flatMap((each) => {
    const later = large.find(({ name }) => name === each.name)
    if (later === undefined) return []
    return [
      [
        each.name,
        number(each.program.p50, 1),
        number(later.program.p50, 1),
        (later.program.p50 / each.program.p50).toFixed(2),
      ],
    ]
  })
  return `\n### Growth of p50, 20,000 → 200,000\n\n${table(['workload', 'ms before', 'ms after', 'times'], rows)}\n`
}

/** Import speed and memory. */
export function importTable(imported: readonly Imported[]): string {
  const rows = imported.map((each) => [each.file, number(each.seconds, 1), number(each.perSecond), number(each.peakMb)])
  const said = imported.map((each) => `- ${each.file}: ${each.applied}`).join('\n')
  return `\n### Import (read, judge, apply, from start to end of the command)\n\n${table(['list', 'seconds', 'rows/s', 'peak MB'], rows)}\n\n${said}\n`
}
