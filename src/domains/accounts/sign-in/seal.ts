import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Db } from '../../../platform/db/database.ts'

const nonceBytes = 12
const tagBytes = 16

/** A key of this installation for one purpose, derived (HKDF) from the secret that its database was born with. */
export async function installationKey(db: Db, purpose: 'totp' | 'recovery'): Promise<Buffer> {
  const { secret } = await db.selectFrom('accounts.installation_secret').select(['secret']).executeTakeFirstOrThrow()
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `ocop ${purpose}`, 32))
}

/** Seals a text with AES-256-GCM for one owner: copied to another account's row it does not open. */
export function seal(key: Buffer, text: string, owner: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** Opens what `seal` closed; throws when key, owner or text do not belong together. */
export function unseal(key: Buffer, sealed: string, owner: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
}

/** What is stored of a recovery code: it has 50 random bits, so a plain hash could be searched backwards. */
export function recoveryDigest(key: Buffer, accountId: string, code: string): string {
  return createHmac('sha256', key).update(`${accountId}:${code}`).digest('hex')
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A code that a person copies by hand, five letters and five: 32 readable signs, so 50 random bits. */
export function newCode(): string {
  const signs = [...randomBytes(10)].map((byte) => letters[byte % letters.length] ?? '').join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}
