import { z } from 'zod'
import { permissions } from '../../platform/access/permissions.ts'

const permissionNames = Object.keys(permissions)

const login = z
  .string()
  .trim()
  .min(3)
  .max(64)
  .regex(/^[\p{L}\p{N}._@-]+$/u, 'Chỉ dùng chữ, số và các dấu . _ - @ / Use letters, digits and . _ - @ only')

export const RoleName = z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })

/** Who is signed in, in which role, where, and what the role permits: everything that decides which buttons appear. */
export const Me = z.object({
  displayName: z.string(),
  login: z.string(),
  role: RoleName,
  scope: z.object({ country: z.boolean(), provinceCode: z.string().nullable(), provinceName: z.string().nullable() }),
  permissions: z.array(z.string().meta({ enum: permissionNames })),
  /** the role needs a second factor that this session lacks: the person is led to set one up and may do nothing else */
  mustEnrol: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const InvitationRequest = z.object({
  roleCode: z.string().min(1).max(60),
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullish(),
})

/** The one time the link is shown; only its hash is kept. */
export const InvitationLink = z.object({ link: z.string(), expiresAt: z.iso.datetime() })
export type InvitationLink = z.infer<typeof InvitationLink>

export const InvitationToken = z.object({ token: z.string().min(1).max(100) })

export const InvitationView = z.object({
  role: RoleName,
  provinceCode: z.string().nullable(),
  provinceName: z.string().nullable(),
  expiresAt: z.iso.datetime(),
})
export type InvitationView = z.infer<typeof InvitationView>

export const Acceptance = z.object({
  token: z.string().min(1).max(100),
  login,
  displayName: z.string().trim().min(1).max(120),
  password: z.string().min(1).max(1000),
})
export type Acceptance = z.infer<typeof Acceptance>

export const Roles = z.object({
  items: z.array(
    RoleName.extend({
      tier: z.string(),
      permissions: z.array(z.string()),
      /** whether the caller may hand this role out */
      mayGrant: z.boolean(),
    }),
  ),
})
export type Roles = z.infer<typeof Roles>
