// Builds when the sources differ from what was built last. Builtins only.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { withLock } from './lock.mjs'
import { fail, root, run, say } from './run.mjs'

const stamp = join(root, 'dist', '.build-stamp')
const alone = [
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'scripts/lib/build-all.mjs',
  'scripts/lib/bundle.mjs',
]

function describe(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  return found ? `${path} ${found.size} ${found.mtimeMs}\n` : ''
}

/** Names, sizes and times of everything that goes into a build; tests do not. */
function sourcesMark() {
  const hash = createHash('sha256')
  for (const path of alone) hash.update(describe(path))
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
  for (const path of paths.sort()) hash.update(describe(path))
  return hash.digest('hex')
}

function isBuilt(mark) {
  return existsSync(join(root, 'dist', 'main.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === mark
}

/** The next look builds anew, whatever dist/ holds now. */
export function forgetBuild() {
  rmSync(stamp, { force: true })
}

/** Brings dist/ up to the sources; nothing to do takes a few milliseconds. */
export async function buildIfChanged() {
  if (isBuilt(sourcesMark())) return
  await withLock(join(root, '.tools', 'prepare.lock'), async () => {
    const mark = sourcesMark()
    if (isBuilt(mark)) return
    say('Dựng chương trình từ mã nguồn…', 'Building the program from its sources…')
    forgetBuild()
    const code = await run(process.execPath, [join(root, 'scripts', 'lib', 'build-all.mjs')], {
      stdio: ['ignore', 2, 2],
    })
    if (code !== 0) {
      fail(
        'Không dựng được chương trình: xem lỗi ở trên. Nếu bạn chưa sửa mã nguồn, hãy xoá node_modules và dist rồi chạy lại.',
        'The program could not be built: see above. If you changed no source, remove node_modules and dist and run this again.',
      )
    }
    writeFileSync(stamp, mark)
  })
}
