import { execFile } from 'node:child_process'
import { access, constants, readFile, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Config } from '../platform/config/config.ts'
import { chooseAccount } from '../platform/db/embedded-account.ts'
import { prepareBinaries } from '../platform/db/embedded-binaries.ts'
import { joinEmbeddedPostgres } from '../platform/db/join-embedded.ts'

/** One thing that was looked at: what is the case, and what to do where it is not as it should be. */
export interface Finding {
  level: 'ok' | 'warning' | 'fault'
  what: string
  remedy?: string
}

const run = promisify(execFile)
const neededNodeMajor = 24
const oldestPostgres = 150_000
const neededExtensions = ['unaccent', 'pg_trgm']
const gibibyte = 1024 ** 3
const leastFreeBytes = 0.5 * gibibyte
const comfortableFreeBytes = 2 * gibibyte

const ok = (what: string): Finding => ({ level: 'ok', what })
const warning = (what: string, remedy: string): Finding => ({ level: 'warning', what, remedy })
const fault = (what: string, remedy: string): Finding => ({ level: 'fault', what, remedy })
const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Looks at everything the register stands on, changes nothing, and says what is wrong; `pendingMigrations` names those not yet applied. */
export async function diagnose(config: Config, pendingMigrations?: () => Promise<string[]>): Promise<Finding[]> {
  const groups = await Promise.all([
    checkNode(),
    checkDatabase(config),
    checkDataDirectory(config.dataDirectory),
    checkPort(config),
    checkProxy(config),
    checkNativePackages(),
    checkBuild(config.rootDirectory),
    pendingMigrations ? checkMigrations(pendingMigrations) : [],
  ])
  return groups.flat()
}

function checkNode(): Finding[] {
  const { node } = process.versions
  if (Number(node.split('.')[0]) >= neededNodeMajor) return [ok(`Node ${node}`)]
  return [
    fault(
      `Node ${node} quá cũ, cần từ ${neededNodeMajor} / too old, ${neededNodeMajor} or newer is needed`,
      'Chạy "npm start": lệnh này tự tải Node 24. / Run "npm start": it fetches Node 24.',
    ),
  ]
}

async function checkDatabase(config: Config): Promise<Finding[]> {
  return config.databaseUrl === null ? checkEmbedded(config) : checkExternal(config.databaseUrl)
}

async function checkEmbedded(config: Config): Promise<Finding[]> {
  const directory = join(config.dataDirectory, 'postgres')
  try {
    const account = await chooseAccount(join(directory, 'cluster'))
    const { postgres } = await prepareBinaries(account)
    const { stdout } = await run(postgres, ['--version'], { cwd: '/', ...(account ?? {}) })
    const place = join(dirname(dirname(postgres)), 'share', 'postgresql', 'extension')
    const running = await joinEmbeddedPostgres(directory)
    const state = running === null ? 'chưa chạy / not running' : 'đang chạy / running'
    return [ok(`PostgreSQL đi kèm / embedded: ${stdout.trim()}, ${state}`), ...(await checkExtensionFiles(place))]
  } catch (error) {
    return [
      fault(
        `PostgreSQL đi kèm không chạy được / the embedded PostgreSQL cannot run: ${sentence(error)}`,
        'Chạy "npm ci" (không dùng --omit=optional), hoặc đặt DATABASE_URL. / Run "npm ci" (without --omit=optional), or set DATABASE_URL.',
      ),
    ]
  }
}

async function checkExtensionFiles(place: string): Promise<Finding[]> {
  const found = await Promise.all(
    neededExtensions.map((name) => stat(join(place, `${name}.control`)).catch(() => null)),
  )
  return reportExtensions(neededExtensions.filter((_, index) => found[index] === null))
}

function reportExtensions(missing: string[]): Finding[] {
  if (missing.length === 0) return [ok(`Phần mở rộng / extensions: ${neededExtensions.join(', ')}`)]
  return [
    fault(
      `Thiếu phần mở rộng của PostgreSQL / PostgreSQL extensions are missing: ${missing.join(', ')}`,
      'Cài gói contrib của PostgreSQL trên máy chủ cơ sở dữ liệu (Debian: postgresql-contrib). / Install the contrib package of PostgreSQL.',
    ),
  ]
}

async function checkExternal(url: string): Promise<Finding[]> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await lookAtServer(client)
    } finally {
      await client.end()
    }
  } catch (error) {
    return [
      fault(
        `Không kết nối được tới DATABASE_URL / DATABASE_URL cannot be reached: ${sentence(error)}`,
        'Kiểm tra địa chỉ, tài khoản, mật khẩu và pg_hba.conf. / Check address, account, password and pg_hba.conf.',
      ),
    ]
  }
}

async function lookAtServer(client: pg.Client): Promise<Finding[]> {
  const found = await client.query<{ number: number; version: string; encoding: string; extensions: string[] }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding,
       array(select name::text from pg_available_extensions where name = any($1)) as extensions`,
    [neededExtensions],
  )
  const row = found.rows[0]
  if (row === undefined)
    return [fault('PostgreSQL không trả lời / does not answer', 'Xem nhật ký của nó. / See its log.')]
  const version = `PostgreSQL ${row.version} (DATABASE_URL)`
  return [
    row.number >= oldestPostgres
      ? ok(version)
      : fault(
          `${version} quá cũ / is too old`,
          'Nâng cấp lên PostgreSQL 15 trở lên. / Upgrade to PostgreSQL 15 or newer.',
        ),
    ...(row.encoding === 'UTF8'
      ? []
      : [
          fault(
            `Bảng mã của cơ sở dữ liệu / database encoding: ${row.encoding}`,
            'Tạo lại cơ sở dữ liệu với ENCODING UTF8. / Create the database again with ENCODING UTF8.',
          ),
        ]),
    ...reportExtensions(neededExtensions.filter((name) => !row.extensions.includes(name))),
  ]
}

async function nearestExisting(path: string): Promise<string> {
  return (await stat(path).catch(() => null)) ? path : nearestExisting(dirname(path))
}

async function checkDataDirectory(directory: string): Promise<Finding[]> {
  const place = await nearestExisting(directory)
  try {
    await access(place, constants.W_OK | constants.X_OK)
  } catch {
    return [
      fault(
        `Không ghi được vào thư mục dữ liệu / the data directory cannot be written to: ${directory}`,
        `Giao thư mục cho tài khoản đang chạy (chown -R) hoặc đặt DATA_DIR. / Give ${place} to the account that runs this, or set DATA_DIR.`,
      ),
    ]
  }
  const { bavail, bsize } = await statfs(place)
  const free = bavail * bsize
  const what = `Thư mục dữ liệu / data directory: ${directory}, còn trống / free ${(free / gibibyte).toFixed(1)} GB`
  const remedy = 'Dọn bớt đĩa hoặc đặt DATA_DIR sang đĩa khác. / Free some disk space or set DATA_DIR to another disk.'
  if (free < leastFreeBytes) return [fault(what, remedy)]
  return [free < comfortableFreeBytes ? warning(what, remedy) : ok(what)]
}

function tryPort(port: number, host: string): Promise<string | null> {
  return new Promise((answer) => {
    const server = createServer()
    server.once('error', (error) => answer('code' in error ? String(error.code) : error.message))
    server.listen({ port, host }, () => server.close(() => answer(null)))
  })
}

async function isOurs(host: string, port: number): Promise<boolean> {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  try {
    const answer = await fetch(`http://${name.includes(':') ? `[${name}]` : name}:${port}/readyz`, {
      signal: AbortSignal.timeout(2000),
    })
    const text = await answer.text()
    return /"status":"(ready|database-unreachable)"/.test(text)
  } catch {
    return false
  }
}

async function checkPort({ host, port }: Config): Promise<Finding[]> {
  const code = await tryPort(port, host)
  if (code === null) return [ok(`Cổng / port ${host}:${port} còn trống / is free`)]
  if (code === 'EADDRINUSE' && (await isOurs(host, port))) {
    return [ok(`Cổng / port ${host}:${port}: sổ đăng ký đang chạy / the register is running there`)]
  }
  return [
    fault(
      `Không mở được cổng / port ${host}:${port} cannot be opened (${code})`,
      code === 'EADDRNOTAVAIL'
        ? 'HOST không phải là địa chỉ của máy này. / HOST is no address of this machine.'
        : `Dừng chương trình đang dùng cổng đó, hoặc đặt PORT khác. / Stop the program that uses it, or set another PORT.`,
    ),
  ]
}

/** Behind a proxy that ends TLS every caller has the proxy's address: limits and throttling would then hold for all of them as one. */
function checkProxy({ publicUrl, trustProxy }: Config): Finding[] {
  if (!publicUrl.startsWith('https:')) return []
  if (trustProxy) return [ok('PUBLIC_URL https, TRUST_PROXY true')]
  return [
    warning(
      `PUBLIC_URL là https nhưng TRUST_PROXY chưa bật: mọi người dùng đều mang địa chỉ của máy chủ trung gian / PUBLIC_URL is https while TRUST_PROXY is off: every caller has the address of the proxy`,
      'Đặt TRUST_PROXY=true nếu máy chủ trung gian ghi X-Forwarded-For. / Set TRUST_PROXY=true where the reverse proxy sets X-Forwarded-For.',
    ),
  ]
}

async function checkNativePackages(): Promise<Finding[]> {
  const loads = { sharp: () => import('sharp'), '@node-rs/argon2': () => import('@node-rs/argon2') }
  return Promise.all(
    Object.entries(loads).map(async ([name, load]) => {
      try {
        await load()
        return ok(`${name}`)
      } catch (error) {
        return fault(
          `Không nạp được ${name} / cannot be loaded: ${sentence(error).split('\n')[0]}`,
          'Xoá node_modules rồi chạy "npm ci" (không dùng --omit=optional). / Remove node_modules and run "npm ci" (without --omit=optional).',
        )
      }
    }),
  )
}

async function checkBuild(rootDirectory: string): Promise<Finding[]> {
  const parts = ['main.js', 'public/manifest.json', 'office/index.html']
  const found = await Promise.all(parts.map((part) => readFile(join(rootDirectory, 'dist', part)).catch(() => null)))
  const missing = parts.filter((_, index) => found[index] === null)
  if (missing.length === 0) return [ok('Bản dựng đầy đủ / the build is complete')]
  return [
    fault(
      `Bản dựng thiếu / the build lacks: ${missing.map((part) => `dist/${part}`).join(', ')}`,
      'Chạy "npm run build". / Run "npm run build".',
    ),
  ]
}

async function checkMigrations(pendingMigrations: () => Promise<string[]>): Promise<Finding[]> {
  try {
    const pending = await pendingMigrations()
    if (pending.length === 0) return [ok('Cơ sở dữ liệu ở bản hiện hành / the schema is up to date')]
    return [
      warning(`Chưa áp dụng / not yet applied: ${pending.join(', ')}`, 'Chạy "ocop migrate". / Run "ocop migrate".'),
    ]
  } catch (error) {
    return [
      fault(
        `Không xem được bản cơ sở dữ liệu / the schema cannot be looked at: ${sentence(error)}`,
        'Chạy "ocop migrate".',
      ),
    ]
  }
}
