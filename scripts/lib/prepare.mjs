// What every command does first: Node 24, the packages, the build.
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { buildIfChanged } from './built.mjs'
import { installPackages } from './install.mjs'
import { requireNode24 } from './node.mjs'
import { root } from './run.mjs'

export const program = join(root, 'dist', 'main.js')

/** Node 24 and the packages; `script` is run again under Node 24 when this Node is older. */
export async function prepare(script) {
  await requireNode24(script)
  await import('./follow-parent.mjs')
  await installPackages()
}

/** Everything, then the program itself in this very process: no second process between it and whoever sends signals. */
export async function start(script, words) {
  await prepare(script)
  await buildIfChanged()
  process.env.NODE_ENV ??= 'production'
  process.setSourceMapsEnabled(true)
  process.argv = [process.execPath, program, ...words]
  await import(pathToFileURL(program).href)
}
