import type { RouteRow } from '../../platform/http/rows.ts'
import { apiRoutes } from './api-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { movedRoutes } from './moved-routes.ts'
import { pageRoutes } from './page-routes.ts'

/** Every address of the catalogue: pages for people, the public API for programs. */
export const routes: RouteRow[] = [...pageRoutes, ...movedRoutes, ...apiRoutes, ...fileRoutes]
