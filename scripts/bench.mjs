// npm run bench: measures the built program on generated products.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildIfChanged } from './lib/built.mjs'
import { prepare } from './lib/prepare.mjs'
import { fail, root } from './lib/run.mjs'

process.chdir(root)
await prepare(fileURLToPath(import.meta.url))
await buildIfChanged()
if (!existsSync(join(root, 'bench', 'run.ts'))) fail('Không có bench/run.ts.', 'There is no bench/run.ts.')
const { bundleBench } = await import('./lib/bundle.mjs')
const bench = await bundleBench()
process.env.NODE_ENV ??= 'production'
process.argv = [process.execPath, bench, ...process.argv.slice(2)]
await import(pathToFileURL(bench).href)
