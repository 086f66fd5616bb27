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

/** A role that the person signed in holds today, for the switch in the office. */
export const OwnGrant = z.object({
  id: z.uuid(),
  role: RoleName,
  tier: z.string(),
  provinceName: z.string().nullable(),
  communeName: z.string().nullable(),
  producerName: z.string().nullable(),
  /** whose leave this role covers */
  standsInFor: z.string().nullable(),
  lastDay: z.iso.date().nullable(),
  isActing: z.boolean(),
})
export type OwnGrant = z.infer<typeof OwnGrant>

/** Who is signed in, in which role, where, and what the role permits: everything that decides which buttons appear. */
export const Me = z.object({
  displayName: z.string(),
  login: z.string(),
  role: RoleName,
  tier: z.string(),
  scope: z.object({
    country: z.boolean(),
    provinceCode: z.string().nullable(),
    provinceName: z.string().nullable(),
    communeCode: z.string().nullable(),
    communeName: z.string().nullable(),
    producerId: z.uuid().nullable(),
    producerName: z.string().nullable(),
  }),
  permissions: z.array(z.string().meta({ enum: permissionNames })),
  grants: z.array(OwnGrant),
  /** the role needs a second factor that this session lacks: the person is led to set one up and may do nothing else */
  mustEnrol: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const SwitchGrant = z.object({ grantId: z.uuid() })

const Province = z
  .string()
  .regex(/^\d{2}$/)
  .describe('Code of one of the 34 present provinces')
const Commune = z
  .string()
  .regex(/^\d{5}$/)
  .describe('Code of a present commune')
const Reason = z.string().trim().min(3).max(500).describe('Why; kept for ever')

/** Who is invited, when that is known already; with an e-mail a letter is queued. */
export const invitee = {
  displayName: z.string().trim().min(1).max(120).nullish(),
  email: z.email().max(200).nullish(),
}

export const InvitationRequest = z.object({
  roleCode: z.string().min(1).max(60),
  provinceCode: Province.nullish(),
  communeCode: Commune.nullish(),
  ...invitee,
})

export const ProducerInvitationRequest = z.object({
  id: z.uuid(),
  roleCode: z.string().min(1).max(60),
  ...invitee,
})

/** The one time the link is shown; only its hash is kept. */
export const InvitationLink = z.object({
  link: z.string(),
  expiresAt: z.iso.datetime(),
  /** whether a letter with the link was queued */
  letter: z.boolean(),
})
export type InvitationLink = z.infer<typeof InvitationLink>

export const InvitationToken = z.object({ token: z.string().min(1).max(100) })

export const InvitationView = z.object({
  role: RoleName,
  /** the name that the issuer wrote down, for the holder to correct */
  displayName: z.string().nullable(),
  provinceCode: z.string().nullable(),
  provinceName: z.string().nullable(),
  communeName: z.string().nullable(),
  producerName: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  /** who opens the link while signed in: they may add the role to their own account */
  signedInAs: z.string().nullable(),
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
      /** codes of the roles that hand this one out */
      issuers: z.array(z.string()),
      /** whether the caller may hand this role out */
      mayGrant: z.boolean(),
    }),
  ),
})
export type Roles = z.infer<typeof Roles>

const states = ['active', 'suspended', 'ended'] as const
const limit = z.coerce.number().int().min(1).max(100).default(50)

export const ListAccounts = z.object({
  q: z.string().trim().max(200).optional(),
  role: z.string().max(60).optional(),
  province: Province.optional(),
  commune: Commune.optional(),
  producer: z.uuid().optional(),
  state: z.enum(states).optional(),
  cursor: z.string().max(600).optional(),
  limit,
})

export const GrantView = z.object({
  id: z.uuid(),
  role: RoleName,
  tier: z.string(),
  provinceCode: z.string().nullable(),
  provinceName: z.string().nullable(),
  communeName: z.string().nullable(),
  producerId: z.uuid().nullable(),
  producerName: z.string().nullable(),
  grantedBy: z.string().nullable(),
  grantedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  startsOn: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  standsInFor: z.string().nullable(),
})

const accountLine = {
  id: z.uuid(),
  login: z.string(),
  displayName: z.string(),
  state: z.enum(states),
  issuedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** only those that lie in the reader's scope */
  grants: z.array(GrantView),
}
export const AccountLine = z.object(accountLine)
export const AccountLines = z.object({ items: z.array(AccountLine), total: z.number(), next: z.string().nullable() })

export const ById = z.object({ id: z.uuid() })

export const AccountView = z.object({
  ...accountLine,
  email: z.string().nullable(),
  /** from the one who issued the account up to the first of all */
  issuers: z.array(z.object({ displayName: z.string(), role: RoleName.nullable() })),
  /** how many accounts this one issued, and the first of them in the reader's scope */
  issued: z.object({ total: z.number(), items: z.array(z.object({ id: z.uuid(), displayName: z.string() })) }),
  events: z.array(
    z.object({
      kind: z.string(),
      actor: z.string().nullable(),
      other: z.string().nullable(),
      reason: z.string(),
      happenedAt: z.iso.datetime(),
    }),
  ),
  abilities: z.object({ manage: z.boolean(), isOwn: z.boolean() }),
})

export const ActWithReason = z.object({ id: z.uuid(), reason: Reason })
export const EndGrant = z.object({ id: z.uuid(), grantId: z.uuid(), reason: Reason })
export const Leave = z.object({ reason: Reason })
export const HandOver = z.object({ id: z.uuid(), successorId: z.uuid(), reason: Reason })
export const GiveRole = z.object({
  id: z.uuid(),
  roleCode: z.string().min(1).max(60),
  provinceCode: Province.nullish(),
  communeCode: Commune.nullish(),
  reason: Reason,
})
export const AppointStandIn = z.object({
  /** who is on leave */
  id: z.uuid(),
  grantId: z.uuid(),
  standInId: z.uuid(),
  startsOn: z.iso.date(),
  /** the last day of the leave, included */
  lastDay: z.iso.date(),
  reason: Reason,
})
export const Done = z.object({ done: z.literal(true) })

export const ListInvitations = z.object({ cursor: z.string().max(600).optional(), limit })
export const OpenInvitation = z.object({
  id: z.uuid(),
  role: RoleName,
  displayName: z.string().nullable(),
  email: z.string().nullable(),
  provinceName: z.string().nullable(),
  communeName: z.string().nullable(),
  producerName: z.string().nullable(),
  issuedBy: z.string().nullable(),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export const OpenInvitations = z.object({
  items: z.array(OpenInvitation),
  total: z.number(),
  next: z.string().nullable(),
})

const letterStates = ['queued', 'sent', 'kept', 'failed'] as const
export const ListLetters = z.object({
  state: z.enum(letterStates).optional(),
  cursor: z.string().max(600).optional(),
  limit,
})
const letterLine = {
  id: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  state: z.enum(letterStates),
  attempts: z.number(),
  lastFault: z.string().nullable(),
  queuedBy: z.string().nullable(),
  queuedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
}
export const LetterLines = z.object({
  items: z.array(z.object(letterLine)),
  total: z.number(),
  next: z.string().nullable(),
})
/** The text is null once the letter was sent or is seven days old. */
export const LetterView = z.object({ ...letterLine, text: z.string().nullable() })

/** One row of a list of people as it was understood. */
export const PeopleRow = z.object({
  row: z.number(),
  displayName: z.string(),
  role: RoleName.nullable(),
  place: z.string(),
  email: z.string().nullable(),
  state: z.enum(['new', 'problem']),
  problems: z.array(z.object({ column: z.string(), vi: z.string(), en: z.string() })),
})
export const PeopleList = z.object({
  rows: z.array(PeopleRow),
  ready: z.number(),
  problems: z.number(),
  /** how many of them get a letter; the others need a slip */
  letters: z.number(),
})
export type PeopleList = z.infer<typeof PeopleList>
export const ApplyPeopleList = z.object({
  /** invite everybody again although exactly this file was applied within a week */
  again: z.stringbool().default(false),
  /** slips also for those who get a letter */
  slipsForAll: z.stringbool().default(false),
})
export const PeopleListApplied = z.object({
  invited: z.number(),
  letters: z.number(),
  /** how many slips the document holds */
  slips: z.number(),
  /** a PDF of slips in base64, shown this once because only hashes of the links are kept; null when everybody got a letter */
  slipsPdf: z.string().nullable(),
})
