import { sql } from 'kysely'
import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { FileAnswer, Read } from '../../platform/http/rows.ts'
import {
  apiAddress,
  homeAddress,
  type Language,
  producerAddress,
  productAddress,
  provinceAddress,
  searchAddress,
  slugOf,
  verifyAddress,
} from '../../ui/addresses.ts'
import { gazetteerOf, unitsOn } from '../administrative-units/index.ts'
import type { SitemapPart } from './page-messages.ts'
import { refuse } from './refusals.ts'

/** Each subject has a Vietnamese and an English page, and a sitemap holds 50,000 addresses at most (sitemaps.org). */
export const subjectsInPart = 20_000
const languages = ['vi', 'en'] as const

interface Subject {
  address: (language: Language) => string
  changedOn: string | null
}

const xml = (body: string): FileAnswer => ({
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`),
  mediaType: 'application/xml; charset=utf-8',
  cacheControl: 'public, max-age=3600',
})

async function partsOf(db: Db): Promise<{ products: number; producers: number }> {
  const found = await sql<{ products: number; producers: number }>`
    select (select count(*) from catalogue.product_card)::int as products, (select count(*) from catalogue.producer_card)::int as producers`.execute(
    db,
  )
  const { products = 0, producers = 0 } = found.rows[0] ?? {}
  return { products: Math.ceil(products / subjectsInPart), producers: Math.ceil(producers / subjectsInPart) }
}

/** The index of all sitemaps: one of pages and provinces, then products, then producers. */
export async function writeSitemapIndex({ db, config }: Read): Promise<FileAnswer> {
  const { products, producers } = await partsOf(db)
  const parts = Array.from({ length: 1 + products + producers }, (_none, index) => index + 1)
  const entries = parts.map((part) => `<sitemap><loc>${config.publicUrl}/sitemaps/${part}.xml</loc></sitemap>`)
  return xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>`)
}

/** One sitemap: each subject in both languages, each naming the other. */
export async function writeSitemap(
  { db, config, now }: Read,
  { part }: z.infer<typeof SitemapPart>,
): Promise<FileAnswer> {
  const subjects = await subjectsOf(db, part, now)
  const entries = subjects.flatMap((subject) =>
    languages.map((language) => entryOf(config.publicUrl, subject, language)),
  )
  return xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('')}</urlset>`,
  )
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function entryOf(publicUrl: string, { address, changedOn }: Subject, language: Language): string {
  const alternates = languages.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${escaped(publicUrl + address(other))}"/>`,
  )
  const changed = changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`
  return `<url><loc>${escaped(publicUrl + address(language))}</loc>${changed}${alternates.join('')}</url>`
}

async function subjectsOf(db: Db, part: number, now: Date): Promise<Subject[]> {
  if (part === 1) return pagesAndProvinces(db, now)
  const { products, producers } = await partsOf(db)
  if (part > 1 + products + producers) throw refuse('sitemap-unknown')
  const isProducts = part <= 1 + products
  const offset = (isProducts ? part - 2 : part - 2 - products) * subjectsInPart
  const table = isProducts ? sql`catalogue.product_card` : sql`catalogue.producer_card`
  const found = await sql<{ publicId: string; name: string; updatedAt: Date }>`
    select c.public_id as "publicId", c.name, c.updated_at as "updatedAt" from ${table} c
    order by c.public_id limit ${subjectsInPart} offset ${offset}`.execute(db)
  return found.rows.map(({ publicId, name, updatedAt }) => {
    const subject = { publicId, slug: slugOf(name) }
    return {
      address: (language) => (isProducts ? productAddress(language, subject) : producerAddress(language, subject)),
      changedOn: today(updatedAt),
    }
  })
}

async function pagesAndProvinces(db: Db, now: Date): Promise<Subject[]> {
  const pages = [
    homeAddress,
    verifyAddress,
    apiAddress,
    (language: Language) => searchAddress(language, { q: '', filters: {} }),
  ]
  const provinces = unitsOn(await gazetteerOf(db), 'province', today(now)).map(
    ({ unit, term }) =>
      (language: Language) =>
        provinceAddress(language, { code: unit.code, slug: slugOf(term.name) }),
  )
  return [...pages, ...provinces].map((address) => ({ address, changedOn: null }))
}

/** Tells crawlers what is for people only, and where the sitemaps are. */
export async function writeRobots({ config }: Read): Promise<FileAnswer> {
  const lines = [
    'User-agent: *',
    'Disallow: /office',
    'Disallow: /api/v1/office/',
    'Allow: /',
    '',
    `Sitemap: ${config.publicUrl}/sitemap.xml`,
    '',
  ]
  return {
    body: Buffer.from(lines.join('\n')),
    mediaType: 'text/plain; charset=utf-8',
    cacheControl: 'public, max-age=3600',
  }
}
