const minuteMs = 60 * 1000

/** How long somebody whose password was right has to bring the second factor. */
export const pendingMs = 10 * minuteMs
/** So many tries of a second factor, then the password is asked again. */
export const pendingTries = 10
/** How long a passkey may take to sign what it was asked. */
export const challengeMs = 5 * minuteMs
/** How long the journey to a sign-on provider and back may take. */
export const signOnMs = 15 * minuteMs
/** How long an administrator has to link an identity by its code. */
export const claimMs = 24 * 60 * minuteMs
/** An access token of an API client. */
export const apiTokenMs = 60 * minuteMs
/** How long the old secret of an API client still works beside its new one. */
export const secretOverlapMs = 7 * 24 * 60 * minuteMs
/** Recovery codes made at a time. */
export const recoveryCodeCount = 10
/** Seconds that one code of a generator lasts (RFC 6238). */
export const stepSeconds = 30

/** What a system may be allowed to do; accounts, audit and decisions about people stay with people. */
export const clientPermissions = [
  'producers.read',
  'producers.edit',
  'products.read',
  'products.edit',
  'recognitions.read',
  'imports.read',
  'imports.run',
  'exports.run',
] as const

/** A path inside this site, or the front room; addresses that lead elsewhere (`//host`, `/\host`, schemes, control characters) do not. */
export function ownPath(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(wanted)) return '/'
  return wanted
}

/** A code as people copy it from paper: small letters, without the spaces and hyphens that make it readable. */
export function foldCode(written: string): string {
  return written.toLowerCase().replace(/[^a-z0-9]/g, '')
}
