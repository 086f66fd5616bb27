import { z } from 'zod'
import { searchSorts } from './search-products.ts'

// Addresses of pages are typed, shared and shortened by people: what cannot be read falls back to its default instead of refusing.
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
const one = z.union([z.string(), z.array(z.string()).transform((texts) => texts[0] ?? '')]).catch('')

export const SearchPage = z.object({
  q: one.default(''),
  province: several,
  commune: several,
  oldProvince: several,
  oldDistrict: several,
  oldCommune: several,
  group: several,
  set: several,
  star: several,
  standing: several,
  kind: several,
  scheme: z.string().optional().catch(undefined),
  sort: z.enum(searchSorts).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export const SubjectPage = z.object({ publicId: z.string().max(200), slug: z.string().max(300).default('') })
export const ProvincePage = z.object({ code: z.string().max(20), slug: z.string().max(300).default('') })
export const CodePage = z.object({ code: z.string().max(200) })
export const VerifyPage = z.object({ q: one.default('') })
export const QrPicture = z.object({ publicId: z.string().max(40) })
export const SitemapPart = z.object({ part: z.coerce.number().int().min(1).max(10_000) })
