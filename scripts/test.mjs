// npm test, npm run check and .ci/run: everything that must hold, then one line. `npm test -- path` runs those tests only.
import { delimiter, dirname } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { buildIfChanged } from './lib/built.mjs'
import { checkImportRules, checkLint, checkTypes, runTests } from './lib/checks.mjs'
import { requireChromium } from './lib/chromium.mjs'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/run.mjs'

process.chdir(root)
await prepare(fileURLToPath(import.meta.url))
process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`

const words = process.argv.slice(2).filter((word) => word !== '--check')
if (words.length === 0) await requireChromium()
await buildIfChanged()

const tests = ['Tests (unit, database, routes, browser)', () => runTests(words)]
const checks = [
  ['Types', checkTypes],
  ['Lint and format', checkLint],
  ['Import rules', checkImportRules],
]
const steps = words.length > 0 ? [tests] : [...checks, tests]

let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    isStopped = true
  })
}

const total = { passed: 0, failed: 0, skipped: 0 }
for (const [heading, check] of steps) {
  console.log(`\n── ${heading} ──`)
  const begun = performance.now()
  const counted = await check()
  if (isStopped) process.exit(130)
  for (const key of Object.keys(total)) total[key] += counted[key]
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`── ${heading}: ${counted.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed === 0 ? 0 : 1
