import { join } from 'node:path'
import type pg from 'pg'
import { aListOf } from './make-list.ts'
import { runCommand } from './processes.ts'

/** What importing one file took. */
export interface Imported {
  file: string
  rows: number
  seconds: number
  perSecond: number
  peakMb: number
  applied: string
}

/** Imports generated lists by the command line, each into a database of its own, dry run and applying included. */
export async function measureImport(
  setting: { admin: pg.Pool; urlOf: (name: string) => string; directory: string; program: string },
  rows: number,
): Promise<Imported[]> {
  const measured: Imported[] = []
  for (const kind of ['xlsx', 'csv'] as const) {
    const name = `bench_import_${kind}`
    await setting.admin.query(`create database ${name}`)
    const environment = { DATABASE_URL: setting.urlOf(name), DATA_DIR: join(setting.directory, name) }
    await runCommand([setting.program, 'migrate'], environment)
    const file = await aListOf(rows, join(setting.directory, `list.${kind}`), kind)
    const { seconds, peakMb, output } = await runCommand(
      [setting.program, 'import', file, '--province', '68', '--apply'],
      environment,
    )
    const applied = output.trim().split('\n').slice(-2).join(' ').trim()
    measured.push({ file: `${kind}, ${rows} rows`, rows, seconds, perSecond: rows / seconds, peakMb, applied })
    await setting.admin.query(`drop database ${name} with (force)`)
  }
  return measured
}
