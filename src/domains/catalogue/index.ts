import type { RouteRow } from '../../platform/http/rows.ts'
import type { JobRow } from '../../platform/jobs/jobs.ts'

export const routes: RouteRow[] = []
export const jobs: JobRow[] = []
export const renderProblem = (problem: { detail: string }) => problem.detail
