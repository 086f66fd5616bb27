import { resolve } from 'node:path'
import process from 'node:process'

/** Everything an installation may set, read once at the start. Each field names its environment variable. */
export interface Config {
  /** PORT, 8080 */
  port: number
  /** HOST, 127.0.0.1: a server that should be reached from elsewhere says so */
  host: string
  /** DATABASE_URL; null starts the embedded PostgreSQL */
  databaseUrl: string | null
  /** DATABASE_OWNER_URL: the role that owns the schema and migrates it, where DATABASE_URL's role may not change the audit log */
  databaseOwnerUrl: string | null
  /** DATA_DIR, ./data: embedded database, stored files, temporary uploads */
  dataDirectory: string
  /** PUBLIC_URL: the address that people and QR codes use */
  publicUrl: string
  /** LOG_LEVEL, info */
  logLevel: string
  /** TRUST_PROXY, false: true when a reverse proxy sets X-Forwarded-For */
  trustProxy: boolean
  /** RATE_LIMIT_PER_MINUTE, 600: requests to the API a minute and network address */
  rateLimitPerMinute: number
  /** METRICS_TOKEN; without it /metrics answers loopback only */
  metricsToken: string | null
  /** OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME: the sign-on provider; null without an issuer */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null
  /** DATABASE_POOL, 10 connections a process */
  poolSize: number
  /** SMTP_URL (smtp://user:password@host:587); null keeps letters readable in the office's outbox */
  smtpUrl: string | null
  /** MAIL_FROM: the sender of letters, set together with SMTP_URL */
  mailFrom: string | null
  /** WRITE_TABLES=1: the test of the generated table types writes them instead of comparing */
  writesTables: boolean
  /** the checkout: where db/migrations, data/reference and dist lie */
  rootDirectory: string
}

type Environment = Record<string, string | undefined>

function wholeNumber(environment: Environment, name: string, fallback: number): number {
  const text = environment[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`${name} phải là số nguyên không âm, nhưng nhận được "${text}" / ${name} must be a whole number`)
  }
  return value
}

function signOnProvider(environment: Environment): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment
  if (!issuer) return null
  if (!clientId || !clientSecret)
    throw new Error('OIDC_ISSUER cần có OIDC_CLIENT_ID và OIDC_CLIENT_SECRET / OIDC_ISSUER needs both of them')
  return { issuer, clientId, clientSecret, name: environment.OIDC_NAME || new URL(issuer).hostname }
}

/** Reads the configuration; throws a sentence that names the variable when a value cannot be used. */
export function readConfig(environment: Environment = process.env, rootDirectory = process.cwd()): Config {
  const port = wholeNumber(environment, 'PORT', 8080)
  if (port > 65535) throw new Error('PORT phải nằm trong 0–65535 / PORT must lie in 0–65535')
  if (Boolean(environment.SMTP_URL) !== Boolean(environment.MAIL_FROM)) {
    throw new Error('Cần đặt cả SMTP_URL và MAIL_FROM, hoặc bỏ cả hai / set both SMTP_URL and MAIL_FROM, or neither')
  }
  const host = environment.HOST || '127.0.0.1'
  return {
    port,
    host,
    databaseUrl: environment.DATABASE_URL || null,
    databaseOwnerUrl: environment.DATABASE_OWNER_URL || null,
    dataDirectory: resolve(rootDirectory, environment.DATA_DIR || 'data'),
    publicUrl: (environment.PUBLIC_URL || `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`).replace(
      /\/$/,
      '',
    ),
    logLevel: environment.LOG_LEVEL || 'info',
    trustProxy: environment.TRUST_PROXY === 'true',
    rateLimitPerMinute: wholeNumber(environment, 'RATE_LIMIT_PER_MINUTE', 600),
    metricsToken: environment.METRICS_TOKEN || null,
    oidc: signOnProvider(environment),
    poolSize: wholeNumber(environment, 'DATABASE_POOL', 10),
    smtpUrl: environment.SMTP_URL || null,
    mailFrom: environment.MAIL_FROM || null,
    writesTables: environment.WRITE_TABLES === '1',
    rootDirectory,
  }
}
