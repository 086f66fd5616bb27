import { download, nothing, type RouteRow } from '../../platform/http/rows.ts'
import { drawQr } from './draw-qr.ts'
import { QrPicture, SitemapPart } from './page-messages.ts'
import { writeRobots, writeSitemap, writeSitemapIndex } from './write-sitemap.ts'

const common = { method: 'GET', access: 'anyone', tag: 'public' } as const

/** What stands beside the pages: QR codes, sitemaps, robots. */
export const fileRoutes: RouteRow[] = [
  download({
    ...common,
    path: '/san-pham/:publicId/qr.svg',
    summary: "QR code of a product's page",
    input: QrPicture,
    run: drawQr,
  }),
  download({
    ...common,
    path: '/sitemap.xml',
    summary: 'Index of the sitemaps',
    input: nothing,
    run: writeSitemapIndex,
  }),
  download({
    ...common,
    path: '/sitemaps/:part.xml',
    summary: 'One sitemap',
    input: SitemapPart,
    run: writeSitemap,
  }),
  download({ ...common, path: '/robots.txt', summary: 'What crawlers may read', input: nothing, run: writeRobots }),
]
