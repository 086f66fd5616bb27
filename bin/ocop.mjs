#!/usr/bin/env node
// The command line of the register: `ocop --help`. Relative paths stay relative to where it is called.
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildIfChanged } from '../scripts/lib/built.mjs'
import { requireNode24 } from '../scripts/lib/node.mjs'
import { prepare, program } from '../scripts/lib/prepare.mjs'

const script = fileURLToPath(import.meta.url)
await requireNode24(script)
if (!existsSync(program)) {
  await prepare(script)
  await buildIfChanged()
}
process.env.NODE_ENV ??= 'production'
process.setSourceMapsEnabled(true)
process.argv = [process.execPath, program, ...process.argv.slice(2)]
await import(pathToFileURL(program).href)
