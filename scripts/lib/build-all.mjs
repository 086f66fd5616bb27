// The whole build, in a process of its own: bundlers leave hundreds of megabytes behind that a server should not carry.
import process from 'node:process'
import { buildOffice, buildPublic, bundleServer } from './bundle.mjs'
import { root, say } from './run.mjs'

process.chdir(root)
process.env.NODE_ENV = 'production'
try {
  await Promise.all([bundleServer(), buildPublic()])
  if (!(await buildOffice()))
    say('Bỏ qua phần văn phòng: chưa có src/office/index.html.', 'Skipped the office: no src/office/index.html yet.')
} catch (error) {
  // esbuild has already shown its errors with the lines they are about.
  process.stderr.write(`${error.errors ? `Build failed with ${error.errors.length} errors` : (error.stack ?? error)}\n`)
  process.exitCode = 1
}
