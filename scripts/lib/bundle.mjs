// How each part of dist/ is made. Runs under Node 24 with the packages installed.

import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { context, build as esbuild } from 'esbuild'
import { root } from './run.mjs'

const dist = join(root, 'dist')
const serverOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  jsx: 'automatic',
  logLevel: 'warning',
}

/** The server and its parts that load when needed. They all lie in dist/ itself, so that import.meta.dirname is the same everywhere. */
const mainOptions = {
  ...serverOptions,
  entryPoints: { main: 'src/main.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: '[name]-[hash]',
  metafile: true,
}

async function removeOldChunks(metafile) {
  const kept = new Set(Object.keys(metafile.outputs).map((path) => basename(path)))
  for (const name of await readdir(dist)) {
    if (/-[A-Z0-9]{8}\.js(\.map)?$/.test(name) && !kept.has(name)) await rm(join(dist, name), { force: true })
  }
}

/** src/main.ts → dist/main.js */
export async function bundleServer() {
  const { metafile } = await esbuild(mainOptions)
  await removeOldChunks(metafile)
}

/** Bundles the server again at every change; `onBuilt` hears the number of errors. */
export async function watchServer(onBuilt) {
  const plugin = { name: 'tell', setup: (build) => build.onEnd(({ errors }) => onBuilt(errors.length)) }
  const watching = await context({ ...mainOptions, plugins: [plugin] })
  await watching.watch()
  return () => watching.dispose()
}

/** bench/run.ts → dist/bench.js, whose path is the answer. */
export async function bundleBench() {
  const outfile = join(dist, 'bench.js')
  await esbuild({ ...serverOptions, entryPoints: ['bench/run.ts'], outfile })
  return outfile
}

async function listSources(folder, ending) {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  const names = await readdir(path)
  return names
    .filter((name) => name.endsWith(ending) && !name.includes('.test.') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
}

const fonts = { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.svg': 'file', '.png': 'file', '.webp': 'file' }

async function bundlePublic(entryPoints, folder, options) {
  if (entryPoints.length === 0) return {}
  const { metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist/public',
    entryNames: `${folder}/[name]-[hash]`,
    assetNames: 'fonts/[name]-[hash]',
    publicPath: '/assets',
    bundle: true,
    minify: true,
    platform: 'browser',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    loader: fonts,
    metafile: true,
    logLevel: 'warning',
    ...options,
  })
  return metafile.outputs
}

/** The name a page asks for (`suggest.js`, `site.css`, a font's own file name) → the address with the content's hash in it. */
function addresses(outputs) {
  const named = Object.entries(outputs).filter(([path]) => !path.endsWith('.map'))
  return named.map(([path]) => [
    basename(path).replace(/-[A-Z0-9]{8}(?=\.[a-z0-9]+$)/, ''),
    path.replace('dist/public', '/assets'),
  ])
}

/** src/ui/scripts, styles and assets → dist/public with manifest.json; everything is served below /assets/. */
export async function buildPublic() {
  const target = join(dist, 'public')
  await rm(target, { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  if (existsSync(join(root, 'src/ui/assets'))) await cp(join(root, 'src/ui/assets'), target, { recursive: true })
  const scripts = await bundlePublic(await listSources('src/ui/scripts', '.ts'), 'scripts', { format: 'iife' })
  const styles = await bundlePublic(await listSources('src/ui/styles', '.css'), 'styles', {})
  const manifest = Object.fromEntries(
    [...addresses(scripts), ...addresses(styles)].sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  await writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** src/office → dist/office by vite.config.ts; false while there is no office yet. */
export async function buildOffice() {
  if (!existsSync(join(root, 'src/office/index.html'))) return false
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  return true
}
