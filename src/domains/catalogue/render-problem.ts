import type { Problem } from '../../platform/http/problems.ts'
import type { PageSetting } from '../../platform/http/rows.ts'
import { renderFailure } from './pages/failure.page.tsx'

/** The page for whatever went wrong at an address that people visit; unknown addresses bring the search box along. */
export function renderProblem(problem: Problem, setting: PageSetting): string {
  return renderFailure({ reference: problem.requestId, status: problem.status }, setting)
}
