// npm run demo: fills the register with made-up products, then says how to look at them.
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { start } from './lib/prepare.mjs'
import { root } from './lib/run.mjs'

process.chdir(root)
await start(fileURLToPath(import.meta.url), ['demo', ...process.argv.slice(2)])
