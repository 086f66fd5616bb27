export { jobs } from './jobs.ts'
export { rebuildCards, refreshCards } from './refresh-cards.ts'
export { renderProblem } from './render-problem.ts'
export { routes } from './routes.ts'
