import { query, type RouteRow, withHeaders } from '../../platform/http/rows.ts'
import { listUnits } from './list-units.ts'
import { ListUnits, ReadUnit, ResolutionView, ResolveText, UnitDetail, UnitList } from './messages.ts'
import { readUnit } from './read-unit.ts'
import { resolveText } from './resolve-text.ts'

const path = '/api/v1/administrative-units'
const tag = 'administrative units'

function nextLink(wanted: Record<string, unknown>, cursor: string): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...wanted, cursor }))
    if (value !== undefined) search.set(name, String(value))
  return `<${path}?${search}>; rel="next"`
}

/** The public interface of the administrative units. */
export const routes: RouteRow[] = [
  query({
    method: 'GET',
    path,
    access: 'anyone',
    summary: 'Lists or finds provinces, districts and communes of both schemes.',
    tag,
    cache: { seconds: 300 },
    input: ListUnits,
    output: UnitList,
    run: async (context, wanted) => {
      const list = await listUnits(context, wanted)
      return list.nextCursor === null
        ? list
        : withHeaders(list, { headers: { link: nextLink(wanted, list.nextCursor) } })
    },
  }),
  query({
    method: 'GET',
    path: `${path}/resolution`,
    access: 'anyone',
    summary: 'Tells which unit an address in free text means, with confidence and candidates.',
    tag,
    input: ResolveText,
    output: ResolutionView,
    run: resolveText,
  }),
  query({
    method: 'GET',
    path: `${path}/:scheme/:code`,
    access: 'anyone',
    summary: 'Tells a unit’s name and rank on a day, its ancestors, predecessors and what became of it.',
    tag,
    cache: { seconds: 300 },
    input: ReadUnit,
    output: UnitDetail,
    run: readUnit,
  }),
]
