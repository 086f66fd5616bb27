import { hash, verify } from '@node-rs/argon2'
import { normalisePassword } from './rules.ts'

/** Argon2id with 19 MiB, 2 passes, 1 lane: the OWASP Password Storage Cheat Sheet's first choice. The package's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a thrown-away random text at the same cost: an unknown login is checked against it, so that the answer takes as long. */
export const hashOfNothing =
  '$argon2id$v=19$m=19456,t=2,p=1$Qh9GLcDmi5MMrOZ6u5zYXQ$EICTYWKu8lvkKV4dYmA7TkIQGlkZODsEhLp+mOQMdMM'

/** The hash to store for a password, with its salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), cost)
}

/** Compares a password with a stored hash; without one, does the same work and answers false. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? hashOfNothing, normalisePassword(password))
  return stored !== null && isRight
}
