import type { RouteRow } from '../../platform/http/rows.ts'
import { apiRoutes } from './api-routes.ts'
import { fileRoutes } from './file-routes.ts'

/** Every address of the catalogue: pages for people, the public API for programs. */
export const routes: RouteRow[] = [...apiRoutes, ...fileRoutes]
