import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../office/api/client.ts'
import { useLocale, useName, useWords } from '../../../office/locale/locale.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Waiting } from '../../../office/parts/waiting.tsx'
import { isPermission, permissions } from '../../../platform/access/permissions.ts'
import type { Roles } from '../messages.ts'

/** Every role with what it may do, as the server holds it now. */
export function RoleTable() {
  const text = useWords().people
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => ask<Roles>('/roles') })
  if (roles.isPending) return <Waiting />
  return (
    <Page title={text.roleTable} intro={text.rolesIntro} back={{ to: '/accounts', label: text.title }}>
      <ProblemSummary problem={roles.error} />
      {roles.data?.items.map((role) => (
        <Role key={role.code} role={role} all={roles.data.items} />
      ))}
    </Page>
  )
}

function Role({ role, all }: { role: Roles['items'][number]; all: Roles['items'] }) {
  const text = useWords().people
  const locale = useLocale()
  const nameOf = useName()
  const tiers: Record<string, string> = text.tiers
  const issuers = all.filter((each) => role.issuers.includes(each.code)).map(nameOf)
  return (
    <section className="section" aria-labelledby={`role-${role.code}`}>
      <h2 id={`role-${role.code}`}>
        {nameOf(role)} <span className="quiet small">· {tiers[role.tier] ?? role.tier}</span>
      </h2>
      {issuers.length > 0 && (
        <p className="quiet small">
          {text.issuedByRoles}: {issuers.join(', ')}
        </p>
      )}
      <ul>
        {role.permissions.filter(isPermission).map((permission) => (
          <li key={permission}>
            {permissions[permission][locale]} <code className="quiet small">{permission}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
