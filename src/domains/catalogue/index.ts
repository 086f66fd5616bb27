import type { RouteRow } from '../../platform/http/rows.ts'

export { jobs } from './jobs.ts'
export { rebuildCards, refreshCards } from './refresh-cards.ts'
export const routes: RouteRow[] = []
export const renderProblem = (problem: { detail: string }) => problem.detail
