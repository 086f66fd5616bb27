export { findActor } from './find-actor.ts'
export { inviteAdministrator, inviteFirstAdministrator } from './invite-administrator.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.ts'
