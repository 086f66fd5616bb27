/** The database role that owns nothing: requests and jobs run as it, migrations do not. */
export const applicationRole = 'ocop_app'

/** The address of an embedded database for the application itself, which must not be able to change the audit log. */
export function asApplication(ownerUrl: string): string {
  return ownerUrl.replace(/^postgres:\/\/ocop@/, `postgres://${applicationRole}@`)
}
