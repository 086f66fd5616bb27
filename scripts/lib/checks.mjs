// The checks of `npm test`; each answers { passed, failed, skipped }.
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { packageProgram, root, run } from './run.mjs'

/** dependency-cruiser reports success for nothing at all when it cannot read TypeScript; the skeleton alone has more files than this. */
const fewestModules = 60

function verdict(isGood) {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
}

async function passes(program, words) {
  return verdict((await run(process.execPath, [packageProgram(program), ...words])) === 0)
}

export function checkTypes() {
  return passes('typescript/bin/tsc', ['--noEmit'])
}

export function checkLint() {
  return passes('@biomejs/biome/bin/biome', ['ci', '.'])
}

function cruise() {
  const words = [
    packageProgram('dependency-cruiser/bin/dependency-cruiser.mjs'),
    'src',
    '--config',
    '.dependency-cruiser.cjs',
  ]
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 256 * 1024 * 1024 }
    execFile(process.execPath, [...words, '--output-type', 'json'], options, (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    )
  })
}

export async function checkImportRules() {
  const { stdout, stderr } = await cruise()
  try {
    const { modules, summary } = JSON.parse(stdout)
    const examined = modules.filter(({ source }) => source.startsWith('src/')).length
    const broken = summary.violations.filter(({ rule }) => rule.severity === 'error')
    for (const { rule, from, to } of broken) console.log(`  ${rule.name}: ${from} → ${to}`)
    console.log(`  ${examined} modules examined, ${broken.length} rules broken`)
    if (examined < fewestModules)
      console.log(`  fewer than ${fewestModules} modules: the tool cannot read the sources (is @swc/core installed?)`)
    return verdict(broken.length === 0 && examined >= fewestModules)
  } catch {
    console.log(`  dependency-cruiser gave no report:\n${stderr}`)
    return verdict(false)
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** A file that cannot even be loaded has no tests to fail, and an error outside every test belongs to none: both count as one. */
function countTests(report, code) {
  if (report === null) return verdict(false)
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  const failed = report.numFailedTests + unloaded.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Unit, database, route and browser tests; `words` go to vitest as they are. */
export async function runTests(words = []) {
  const folder = join(root, '.cache')
  const path = join(folder, `vitest-${process.pid}.json`)
  mkdirSync(folder, { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const code = await run(process.execPath, [packageProgram('vitest/vitest.mjs'), 'run', ...reporters, ...words])
  const counted = countTests(readReport(path), code)
  rmSync(path, { force: true })
  return counted
}
