export { jobs } from './jobs.ts'
export { rebuildCards, refreshCards } from './refresh-cards.ts'
export { routes } from './routes.ts'
export const renderProblem = (problem: { detail: string }) => problem.detail
