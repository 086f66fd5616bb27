import autocannon from 'autocannon'
import { z } from 'zod'
import { askSelf } from './processes.ts'

/** One round of load: the paths are asked for in turn; a fresh one carries an unknown parameter that no cache has seen. */
export interface LoadWish {
  url: string
  paths: readonly string[]
  seconds: number
  connections: number
  isFresh: boolean
}

export const LoadResult = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number(), failed: z.number() })
export type LoadResult = z.infer<typeof LoadResult>

/** Fires the round and prints its result as JSON; runs in a process of its own, so that the servers do not share its event loop. */
export async function runLoad(wish: LoadWish): Promise<void> {
  let counter = process.pid * 1_000_000
  const freshPath = (path: string) => `${path}${path.includes('?') ? '&' : '?'}_=${counter++}`
  const requests = wish.paths.map((path) =>
    wish.isFresh
      ? {
          method: 'GET' as const,
          path,
          setupRequest: (request: autocannon.Request) => ({ ...request, path: freshPath(path) }),
        }
      : { method: 'GET' as const, path },
  )
  const times: number[] = []
  const run = autocannon({
    url: wish.url,
    connections: wish.connections,
    duration: wish.seconds,
    requests,
    // Otherwise each connection begins at the first path and all ask for the same thing at once.
    setupClient: (client) => client.on('response', (_status, _bytes, time) => times.push(time)),
  })
  const result = await run
  times.sort((one, other) => one - other)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  const found: LoadResult = {
    perSecond: result.requests.total / result.duration,
    p50: at(0.5),
    p99: at(0.99),
    failed: result.non2xx + result.errors,
  }
  console.log(JSON.stringify(found))
}

/** One round in another process. */
export async function measureLoad(wish: LoadWish): Promise<LoadResult> {
  const output = await askSelf('--load', wish)
  return LoadResult.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''))
}
