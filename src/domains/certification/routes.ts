import type { RouteRow } from '../../platform/http/rows.ts'

export const routes: RouteRow[] = []
