import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ResponseCache } from './response-cache.ts'

/** What one answered request adds to the measures. */
export interface Answered {
  method: string
  route: string
  status: number
  milliseconds: number
}

/** The measures of a web process, for Prometheus. */
export interface Metrics {
  observe: (answered: Answered) => void
  contentType: string
  read: () => Promise<string>
}

/** Makes the measures of a web process: Node's own, time by declared route, unexpected errors, answers kept. */
export function createMetrics(cache: ResponseCache): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'ocop_http_request_seconds',
    help: 'Time to answer a request, by declared route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  const unexpected = new Counter({
    name: 'ocop_unexpected_errors_total',
    help: 'Answers with status 500',
    registers: [registry],
  })
  new Gauge({
    name: 'ocop_cached_answers',
    help: 'Rendered answers kept in memory',
    registers: [registry],
    collect() {
      this.set(cache.size())
    },
  })
  return {
    observe: ({ method, route, status, milliseconds }) => {
      seconds.observe({ method, route, status: String(status) }, milliseconds / 1000)
      if (status === 500) unexpected.inc()
    },
    contentType: registry.contentType,
    read: () => registry.metrics(),
  }
}
