import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'
import { answerByHand } from './hand-written.ts'

/** `memory`: the same bytes from a map, the limit of node:http · `query`: one hand-written prepared query a request. */
export interface ReferenceWish {
  kind: 'memory' | 'query'
  port: number
  /** the program, whose answers `memory` learns */
  origin: string
  paths: readonly string[]
  databaseUrl: string
}

interface Kept {
  type: string
  bytes: Buffer
}

function send(response: ServerResponse, { type, bytes }: Kept): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length })
  response.end(bytes)
}

async function learn({ origin, paths }: ReferenceWish): Promise<Map<string, Kept>> {
  const known = new Map<string, Kept>()
  for (const path of paths) {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })
    const bytes = Buffer.from(await answer.arrayBuffer())
    known.set(path, { type: answer.headers.get('content-type') ?? '', bytes })
  }
  return known
}

/** Serves until it is stopped; its own process, so that it competes like the program does. */
export async function serveReference(wish: ReferenceWish): Promise<void> {
  if (wish.kind === 'memory') {
    const known = await learn(wish)
    const ready: Kept = { type: 'text/plain', bytes: Buffer.from('ok') }
    const keyOf = (url: string) => {
      const fresh = url.lastIndexOf('_=')
      return fresh === -1 ? url : url.slice(0, fresh - 1)
    }
    createServer((request, response) => send(response, known.get(keyOf(request.url ?? '')) ?? ready)).listen(wish.port)
    return
  }
  const pool = new pg.Pool({ connectionString: wish.databaseUrl, max: 10 })
  createServer((request, response) => {
    if (request.url === '/ready') return send(response, { type: 'text/plain', bytes: Buffer.from('ok') })
    answerByHand(pool, request.url ?? '').then(
      (answer) => send(response, { type: 'application/json', bytes: Buffer.from(JSON.stringify(answer ?? null)) }),
      (error: unknown) => {
        console.error(error)
        response.writeHead(500).end()
      },
    )
  }).listen(wish.port)
}
