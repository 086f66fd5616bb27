import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from './problems.ts'
import type { RouteRow } from './rows.ts'
import type { ServerParts } from './server-parts.ts'

/** The request and answer schemas of a row, split by where each field travels, for the API document only. */
export function schemaOf(row: RouteRow): Record<string, unknown> {
  if (!row.path.startsWith('/api/')) return { hide: true }
  const names = new Set([...row.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''))
  const shape = Object.entries(row.input.shape)
  const inPath = Object.fromEntries(shape.filter(([name]) => names.has(name)))
  const elsewhere = Object.fromEntries(shape.filter(([name]) => !names.has(name)))
  const hasElsewhere = Object.keys(elsewhere).length > 0
  const travelsInQuery = row.method === 'GET' || row.method === 'DELETE'
  const status = row.kind === 'command' && row.method === 'POST' ? 201 : row.kind === 'upload' ? 201 : 200
  return {
    summary: row.summary,
    tags: [row.tag ?? 'register'],
    operationId: `${row.method.toLowerCase()}${row.path.replace(/^\/api\/v1/, '').replace(/[^a-zA-Z0-9]+(\w)?/g, (_whole, next?: string) => (next ?? '').toUpperCase())}`,
    ...(names.size > 0 && { params: z.object(inPath) }),
    ...(hasElsewhere && travelsInQuery && { querystring: z.object(elsewhere) }),
    ...(hasElsewhere && !travelsInQuery && row.kind !== 'upload' && { body: z.object(elsewhere) }),
    ...(row.kind === 'upload' && {
      consumes: ['multipart/form-data'],
      body: z.object({ ...elsewhere, file: z.string().describe('the file itself') }),
    }),
    response: {
      [status]: row.output ?? z.string().describe('the file itself'),
      '4xx': Problem.describe('RFC 9457 problem document (application/problem+json)'),
    },
    security: row.access === 'anyone' ? [] : [{ session: [] }, { client: [] }],
  }
}

/** Publishes the OpenAPI 3.1 document, made from the same rows that answer. */
export async function mountDocument(server: FastifyInstance, parts: ServerParts): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'OCOP registry API',
        version: '1',
        description:
          "Vietnam's register of OCOP products: the same facts as the public pages. Problems follow RFC 9457; lists page by cursor with Link headers.",
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: parts.config.publicUrl }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'ocop_session' },
          client: {
            type: 'oauth2',
            flows: { clientCredentials: { tokenUrl: `${parts.config.publicUrl}/oauth/token`, scopes: {} } },
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
  })
  server.addHook('onRoute', (route) => {
    const row = route.config?.row
    route.schema = row === undefined ? { hide: true } : { ...route.schema, ...schemaOf(row) }
  })
  server.setSerializerCompiler(() => (value) => JSON.stringify(value))
  let document: Buffer | null = null
  server.get('/api/v1/openapi.json', async (_request, reply) => {
    document ??= Buffer.from(JSON.stringify(server.swagger()))
    return reply.header('cache-control', 'public, max-age=300').type('application/json; charset=utf-8').send(document)
  })
}
