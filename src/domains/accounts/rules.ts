import { fold } from '../../platform/text/fold.ts'
import { isCommonPassword } from './common-passwords.ts'

const minuteMs = 60 * 1000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A working day: who leaves the office signed in finds the session closed the next morning. */
export const sessionIdleMs = 8 * hourMs
/** However busy, a session ends after a week and the password is asked again. */
export const sessionAbsoluteMs = 7 * dayMs
/** How exact `last_seen_at` is: finer would turn every read into a write. */
export const touchEveryMs = minuteMs
/** An invitation by a colleague. */
export const invitationMs = 7 * dayMs
/** A ministry administrator's link is printed in a terminal, so it lives for one day. */
export const administratorInvitationMs = dayMs

/** NIST SP 800-63B asks for at least 8; offices that publish for the whole country choose 12. The upper end bounds the hashing work. */
export const passwordLength = { min: 12, max: 128 } as const

/** The one form in which a login is compared: no capitals, no accents, so that "Lan" and "lan" are one person. */
export function foldLogin(login: string): string {
  return fold(login.trim())
}

/** Passwords are compared in Unicode form NFKC (NIST SP 800-63B): Vietnamese keyboards send the same letter in different forms. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC')
}

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'contains-login'

/** Why a password is not accepted, or null; length counts characters as a person does, not bytes. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const normal = normalisePassword(password)
  const { length } = [...normal]
  if (length < passwordLength.min) return 'too-short'
  if (length > passwordLength.max) return 'too-long'
  if (foldLogin(login).length >= 3 && fold(normal).includes(foldLogin(login))) return 'contains-login'
  return isCommonPassword(normal) ? 'common' : null
}
