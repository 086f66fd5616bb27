import { z } from 'zod'
import { page, type RouteRow } from '../../platform/http/rows.ts'

const words = {
  search: 'tim-kiem',
  check: 'kiem-tra',
  provinces: 'tinh',
  producers: 'chu-the',
  products: 'san-pham',
} as const

const Asked = z.looseObject({ '*': z.string().max(500).default('') })

function queryOf(input: z.infer<typeof Asked>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (name !== '*' && typeof value === 'string') parameters.set(name, value)
  }
  return parameters.size > 0 ? `?${parameters}` : ''
}

/** English words in addresses lead to the pages, whose addresses have the same words in both languages. */
export const movedRoutes: RouteRow[] = Object.entries(words).flatMap(([english, word]) =>
  [`/en/${english}`, `/en/${english}/*`].map((path) =>
    page({
      access: 'anyone',
      locale: 'en',
      path,
      summary: `Leads to /en/${word}`,
      input: Asked,
      run: async (_context, input) => {
        const rest = input['*']
          .split('/')
          .filter((part) => part !== '')
          .map(encodeURIComponent)
        return { movedTo: `/en/${[word, ...rest].join('/')}${queryOf(input)}` }
      },
      render: () => '',
    }),
  ),
)
