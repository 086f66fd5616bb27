import { z } from 'zod'
import { isKind } from './rules.ts'

export const ListNotifications = z.object({
  unread: z.union([z.boolean(), z.stringbool()]).default(false).describe('Only those not read yet'),
  cursor: z.uuid().optional().describe('The last one of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const Notifications = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      subjectVi: z.string(),
      subjectEn: z.string(),
      facts: z.json(),
      link: z.string().describe('Within the office'),
      createdAt: z.string(),
      readAt: z.string().nullable(),
    }),
  ),
  unread: z.int(),
  next: z.string().nullable().describe('The cursor of the next page'),
})
export type Notifications = z.infer<typeof Notifications>

export const ReadNotifications = z.object({ ids: z.array(z.uuid()).min(1).max(200) })
export const Marked = z.object({ marked: z.int() })

const Email = z.enum(['none', 'once', 'digest']).describe('none, at once, or in the letter of 07:00')
const KindName = z.string().refine(isKind, { message: 'Không có loại thông báo này. / There is no such kind.' })

export const Preferences = z.object({
  items: z.array(
    z.object({ kind: z.string(), nameVi: z.string(), nameEn: z.string(), office: z.boolean(), email: Email }),
  ),
})
export type Preferences = z.infer<typeof Preferences>

export const SetPreferences = z.object({
  items: z
    .array(z.object({ kind: KindName, office: z.boolean(), email: Email }))
    .min(1)
    .max(100),
})
