// npm run build: sources → dist/, whether or not anything changed. `npm start` builds by itself when needed.
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, forgetBuild } from './lib/built.mjs'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/run.mjs'

process.chdir(root)
await prepare(fileURLToPath(import.meta.url))
forgetBuild()
await buildIfChanged()
