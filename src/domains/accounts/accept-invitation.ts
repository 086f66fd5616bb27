import type { FieldProblem } from '../../platform/errors/refuse.ts'
import type { Acceptance } from './messages.ts'
import { type Arrival, type OpenedSession, openSession } from './open-session.ts'
import { hashPassword } from './passwords.ts'
import { requireOpen } from './read-invitation.ts'
import { redeemInvitation } from './redeem-invitation.ts'
import { refuse } from './refusals.ts'
import { foldLogin, type PasswordFault, passwordFault, passwordLength } from './rules.ts'
import { insertAccount, lockInvitation, recordEvent } from './store.ts'
import { tokenHash } from './tokens.ts'

const faultTexts: Record<PasswordFault, { vi: string; en: string }> = {
  'too-short': {
    vi: `Mật khẩu cần ít nhất ${passwordLength.min} ký tự. Một câu ngắn dễ nhớ là đủ.`,
    en: `The password needs at least ${passwordLength.min} characters. A short sentence will do.`,
  },
  'too-long': {
    vi: `Mật khẩu không quá ${passwordLength.max} ký tự.`,
    en: `The password may have at most ${passwordLength.max} characters.`,
  },
  common: {
    vi: 'Mật khẩu này quá phổ biến và dễ đoán. Vui lòng ghép vài từ không liên quan với nhau.',
    en: 'This password is too common and easily guessed. Please join a few unrelated words.',
  },
  'contains-login': {
    vi: 'Mật khẩu không được chứa tên đăng nhập.',
    en: 'The password must not contain the login.',
  },
}

/** Refuses a password that breaks the rules, with the reason at its field. */
export function requirePassword(password: string, login: string, path = 'password'): void {
  const fault = passwordFault(password, login)
  if (fault === null) return
  const problem: FieldProblem = { path, ...faultTexts[fault] }
  throw refuse('password-refused', {}, [problem])
}

/** Turns a one-time link into an account with the role it carries, and signs its holder in; the link is worth nothing afterwards. */
export async function acceptInvitation(arrival: Arrival, input: Acceptance): Promise<OpenedSession> {
  const { tx, now } = arrival
  const invitation = await lockInvitation(tx, tokenHash(input.token))
  if (invitation === undefined) throw refuse('invitation-unknown')
  requireOpen(invitation, now)
  requirePassword(input.password, input.login)
  const accountId = await insertAccount(tx, {
    login: input.login,
    foldedLogin: foldLogin(input.login),
    displayName: input.displayName,
    passwordHash: await hashPassword(input.password),
    email: invitation.email,
    issuedBy: invitation.issued_by,
    now,
  })
  if (accountId === undefined) throw refuse('login-taken')
  const grantId = await redeemInvitation(tx, invitation, { accountId, now })
  await recordEvent(tx, {
    accountId,
    kind: 'issued',
    actorId: invitation.issued_by,
    actorRole: null,
    grantId,
    reason: 'invitation accepted',
    now,
  })
  return await openSession(arrival, { accountId, grantId })
}
