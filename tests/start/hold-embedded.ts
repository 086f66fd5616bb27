// A program for the tests beside it: owns the embedded PostgreSQL of a directory until it is told to stop, or killed.
import process from 'node:process'
import { startEmbeddedPostgres } from '../../src/platform/db/embedded.ts'

const [, , directory = '', durability = 'careless'] = process.argv

try {
  const server = await startEmbeddedPostgres({
    directory,
    fsync: durability === 'fsync',
    log: (line) => process.stdout.write(`log: ${line}\n`),
  })
  process.stdout.write(`ready: ${server.url}\n`)
  process.once('SIGTERM', () => server.stop())
} catch (error) {
  process.stdout.write(`refused: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
