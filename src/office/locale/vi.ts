import { changes } from './vi/changes.ts'
import { common } from './vi/common.ts'
import { imports } from './vi/imports.ts'
import { people } from './vi/people.ts'
import { register } from './vi/register.ts'
import { rooms } from './vi/rooms.ts'
import { security } from './vi/security.ts'

/** Every text of the office, Vietnamese: the source language. */
export const vi = { ...common, ...rooms, ...register, imports, changes, security, people }
