// npm start: everything from a fresh clone to a running register. Needs Node ≥ 20 and npm, nothing else.
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { start } from './lib/prepare.mjs'
import { root } from './lib/run.mjs'

process.chdir(root)
await start(fileURLToPath(import.meta.url), ['all', ...process.argv.slice(2)])
