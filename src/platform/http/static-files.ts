import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../errors/refusals.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerParts } from './server-parts.ts'

/** Reads what the build made: logical names of styles and scripts to their hashed addresses. */
export async function readAssets(rootDirectory: string): Promise<Record<string, string>> {
  const path = join(rootDirectory, 'dist/public/manifest.json')
  if (!existsSync(path)) return {}
  const manifest: unknown = JSON.parse(await readFile(path, 'utf8'))
  if (typeof manifest !== 'object' || manifest === null) return {}
  return Object.fromEntries(Object.entries(manifest).map(([name, address]) => [name, String(address)]))
}

/** The office's page allows the one style element its component library makes, by a nonce that is new each time. */
function officePolicy(nonce: string): string {
  return (securityHeaders['content-security-policy'] ?? '').replace(
    "style-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
  )
}

/** Serves hashed assets for a year, and the office's page at every address under /office that is not a file. */
export async function mountStatic(server: FastifyInstance, parts: ServerParts): Promise<void> {
  const publicDirectory = join(parts.config.rootDirectory, 'dist/public')
  const officeDirectory = join(parts.config.rootDirectory, 'dist/office')
  if (existsSync(publicDirectory)) {
    await server.register(fastifyStatic, {
      root: publicDirectory,
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
    })
  }
  if (!existsSync(officeDirectory)) return
  await server.register(fastifyStatic, {
    root: join(officeDirectory, 'assets'),
    prefix: '/office/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  const page = await readFile(join(officeDirectory, 'index.html'), 'utf8')
  const sendPage = (reply: import('fastify').FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', officePolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce))
  }
  server.get('/office', async (_request, reply) => sendPage(reply))
  server.get('/office/*', async (request, reply) => {
    if (/\.[a-z0-9]{2,5}$/.test(request.url.split('?')[0] ?? '')) throw refuse('not-found')
    return sendPage(reply)
  })
}
