import { z } from 'zod'
import type { RouteRow } from '../../platform/http/rows.ts'
import { routes as unitRoutes } from '../administrative-units/index.ts'
import { routes as producerRoutes } from '../producers/index.ts'
import { routes as productRoutes } from '../products/index.ts'

/** One parameter of an operation as a reader needs it. */
export interface ParameterView {
  name: string
  isInPath: boolean
  isRequired: boolean
  type: string
  description: string
}

/** One public operation, with an address that can be tried when it needs no identifier. */
export interface OperationView {
  anchor: string
  path: string
  summary: string
  parameters: ParameterView[]
  example: string | null
}

const Shape = z.object({
  properties: z.record(z.string(), z.looseObject({})).default({}),
  required: z.array(z.string()).default([]),
})

function typeOf(schema: Record<string, unknown>): string {
  const { type, enum: values, pattern, minimum, maximum } = schema
  if (Array.isArray(values)) return values.join(' | ')
  const range = typeof minimum === 'number' && typeof maximum === 'number' ? ` ${minimum}–${maximum}` : ''
  return `${typeof type === 'string' ? type : 'string'}${range}${typeof pattern === 'string' ? ` ${pattern}` : ''}`
}

function parametersOf(row: RouteRow): ParameterView[] {
  const { properties, required } = Shape.parse(z.toJSONSchema(row.input, { io: 'input', unrepresentable: 'any' }))
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    isInPath: row.path.includes(`:${name}`),
    isRequired: required.includes(name),
    type: typeOf(schema),
    description: typeof schema.description === 'string' ? schema.description : '',
  }))
}

const examples: Readonly<Record<string, string>> = {
  '/api/v1/products': '/api/v1/products?star=5&sort=newest&limit=5',
  '/api/v1/producers': '/api/v1/producers?kind=cooperative&limit=5',
  '/api/v1/recognitions': '/api/v1/recognitions?year=2026&limit=5',
  '/api/v1/search': '/api/v1/search?q=ca+phe',
  '/api/v1/suggestions': '/api/v1/suggestions?q=mat+on',
}

function toOperation(row: RouteRow): OperationView {
  const hasIdentifier = row.path.includes(':')
  return {
    anchor: row.path.replace(/^\/api\/v1\//, '').replace(/[^a-z-]+/gi, '-'),
    path: row.path.replace(/:(\w+)/g, '{$1}'),
    summary: row.summary,
    parameters: parametersOf(row),
    example: hasIdentifier ? null : (examples[row.path] ?? row.path),
  }
}

/** The operations that need no account, from the very rows that answer them, so the page cannot promise what is not there. */
export function describePublicApi(ownRows: readonly RouteRow[]): OperationView[] {
  return [...ownRows, ...unitRoutes, ...productRoutes, ...producerRoutes]
    .filter((row) => row.access === 'anyone' && row.method === 'GET' && row.path.startsWith('/api/v1/'))
    .map(toOperation)
}
