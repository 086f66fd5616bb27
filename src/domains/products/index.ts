export { loadClassification } from './load-classification.ts'
export { routes } from './routes.ts'
