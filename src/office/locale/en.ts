import { changes } from './en/changes.ts'
import { common } from './en/common.ts'
import { imports } from './en/imports.ts'
import { people } from './en/people.ts'
import { register } from './en/register.ts'
import { rooms } from './en/rooms.ts'
import { security } from './en/security.ts'
import type { vi } from './vi.ts'
import type { Words } from './words.ts'

/** Every text of the office in English. */
export const en: Words<typeof vi> = { ...common, ...rooms, ...register, imports, changes, security, people }
