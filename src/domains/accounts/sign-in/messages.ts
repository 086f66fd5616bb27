import { z } from 'zod'
import { Me } from '../messages.ts'
import { clientPermissions } from './rules.ts'

const password = z.string().min(1).max(1000)
const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,20000}$/)

export const SignInRequest = z.object({ login: z.string().trim().min(1).max(200), password })

export const FactorKind = z.enum(['totp', 'passkey', 'recovery'])
export type FactorKind = z.infer<typeof FactorKind>

/** The password was right; one of these is still owed. The half-finished sign-in travels in a cookie. */
export const SecondFactorOwed = z.object({ secondFactor: z.array(FactorKind) })
export type SecondFactorOwed = z.infer<typeof SecondFactorOwed>

export const SignInAnswer = z.union([Me, SecondFactorOwed])
export type SignInAnswer = z.infer<typeof SignInAnswer>

export const SignedOut = z.object({ signedOut: z.literal(true) })
export const Done = z.object({ done: z.literal(true) })
export const done = { done: true } as const

/** What an authenticator answers when it signs a challenge (WebAuthn level 3, AuthenticationResponseJSON). */
export const PasskeyAnswer = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>

/** One of the three ways to prove the second factor. */
export const FactorProof = z.object({
  code: z.string().trim().max(20).optional(),
  recoveryCode: z.string().trim().max(40).optional(),
  passkey: PasskeyAnswer.optional(),
})
export type FactorProof = z.infer<typeof FactorProof>

export const Confirmation = FactorProof.extend({ password: password.optional() })
export type Confirmation = z.infer<typeof Confirmation>
export const Confirmed = z.object({ confirmedAt: z.iso.datetime() })

/** What is handed to the browser's `navigator.credentials`, as JSON. */
export const CeremonyOptions = z.object({ options: z.record(z.string(), z.unknown()) })

export const Factors = z.object({
  totpSince: z.iso.datetime().nullable(),
  passkeys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
    }),
  ),
  recoveryCodesLeft: z.int(),
  /** the present role may not go without a second factor */
  isRequired: z.boolean(),
})
export type Factors = z.infer<typeof Factors>

/** The secret of a code generator, shown once: as text, as an otpauth address, and as a picture (data URL). */
export const TotpOffer = z.object({ secret: z.string(), address: z.string(), picture: z.string() })
export type TotpOffer = z.infer<typeof TotpOffer>

export const TotpCode = z.object({ code: z.string().trim().min(1).max(20) })

/** Recovery codes, shown once; null when the account has some already. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).nullable() })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

export const NewPasskey = z.object({
  name: z.string().trim().min(1).max(60),
  passkey: z.object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(20)).max(10).default([]),
    }),
  }),
})
export type NewPasskey = z.infer<typeof NewPasskey>

export const ById = z.object({ id: z.uuid() })

export const PasswordChange = z.object({ oldPassword: password, newPassword: password })

export const Sessions = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      device: z.string(),
      network: z.string(),
      beganAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
      isCurrent: z.boolean(),
    }),
  ),
})
export type Sessions = z.infer<typeof Sessions>
export const Ended = z.object({ ended: z.int() })

/** How one may sign in here; public. */
export const SignInWays = z.object({ signOn: z.object({ name: z.string() }).nullable() })
export type SignInWays = z.infer<typeof SignInWays>

export const SignOnRequest = z.object({ next: z.string().max(500).default('/') })
export const SignOnAddress = z.object({ address: z.string() })

/** What the provider added to our address, from `?` on. */
export const SignOnReturn = z.object({ search: z.string().startsWith('?').max(8000) })
/** An identity that nobody linked: its holder shows the code to the administrator. */
export const Unlinked = z.object({ linkingCode: z.string(), provider: z.string() })
export const SignOnAnswer = z.union([
  z.object({ me: Me, next: z.string() }),
  SecondFactorOwed.extend({ next: z.string() }),
  Unlinked,
])
export type SignOnAnswer = z.infer<typeof SignOnAnswer>

export const LinkIdentity = z.object({ id: z.uuid(), code: z.string().trim().min(1).max(40) })

const ClientPermission = z.enum(clientPermissions)

export const ApiClientView = z.object({
  id: z.string(),
  name: z.string(),
  provinceCode: z.string().nullable(),
  provinceName: z.string().nullable(),
  permissions: z.array(z.string()),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  secrets: z.array(z.object({ createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().nullable() })),
})
export const ApiClients = z.object({ items: z.array(ApiClientView) })
export type ApiClients = z.infer<typeof ApiClients>

export const NewApiClient = z.object({
  name: z.string().trim().min(2).max(120),
  kind: z.enum(['marketplace-client', 'research-client']),
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullish(),
  permissions: z.array(ClientPermission).min(1),
})
export type NewApiClient = z.infer<typeof NewApiClient>

/** The one time a secret is shown; only its hash is kept. */
export const ApiClientSecret = z.object({ id: z.string(), secret: z.string(), oldUntil: z.iso.datetime().nullable() })
export type ApiClientSecret = z.infer<typeof ApiClientSecret>

/** RFC 6749 section 4.4: fields of the form; anything may be missing, because the answer must be an OAuth error. */
export const TokenRequest = z.object({
  grant_type: z.string().max(100).optional(),
  scope: z.string().max(1000).optional(),
  client_id: z.string().max(200).optional(),
  client_secret: z.string().max(200).optional(),
  repeated: z.string().optional(),
})
export type TokenRequest = z.infer<typeof TokenRequest>

export const TokenAnswer = z.union([
  z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), scope: z.string() }),
  z.object({ error: z.string(), error_description: z.string() }),
])
export type TokenAnswer = z.infer<typeof TokenAnswer>
