import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { ask } from '../../../office/api/client.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Section } from '../../../office/parts/sections.tsx'
import { Waiting } from '../../../office/parts/waiting.tsx'
import type { AccountView } from '../messages.ts'
import { AccountActs } from './account-acts.tsx'
import { StateMark } from './account-list.tsx'
import { useRoleWords } from './role-words.ts'

type Account = z.infer<typeof AccountView>

/** One account: its roles, its line of issuers, whom it issued, and its history. */
export function AccountPage() {
  const { id = '' } = useParams()
  const text = useWords().people
  const answer = useQuery({ queryKey: ['account', id], queryFn: () => ask<Account>(`/office/accounts/${id}`) })
  if (answer.isPending) return <Waiting />
  const back = { to: '/accounts', label: text.title }
  if (answer.error)
    return (
      <Page title={text.title} back={back}>
        <ProblemSummary problem={answer.error} onRetry={() => answer.refetch()} />
      </Page>
    )
  return (
    <Page title={answer.data.displayName} back={back} intro={<StateMark state={answer.data.state} />}>
      <Identity account={answer.data} />
      <Section id="acts" title={text.acts}>
        <AccountActs key={id} account={answer.data} />
      </Section>
      <History account={answer.data} />
    </Page>
  )
}

function Identity({ account }: { account: Account }) {
  const text = useWords().people
  const nameOf = useName()
  const { roleOf } = useRoleWords()
  return (
    <Section id="identity" title={text.identity}>
      <dl className="facts">
        <dt>{text.login}</dt>
        <dd>{account.login}</dd>
        {account.email && <dt>{text.email}</dt>}
        {account.email && <dd>{account.email}</dd>}
        <dt>{text.roles}</dt>
        <dd>
          {account.grants.map((grant) => (
            <div key={grant.id} className={grant.endedAt ? 'quiet' : undefined}>
              {roleOf(grant)}
              {grant.endedAt && ` · ${text.roleEnded}`}
            </div>
          ))}
        </dd>
        <dt>{text.tree}</dt>
        <dd>
          {account.issuers.length === 0
            ? text.program
            : account.issuers
                .map((issuer) => `${issuer.displayName}${issuer.role ? ` (${nameOf(issuer.role)})` : ''}`)
                .join(' ← ')}
        </dd>
        {account.issued.total > 0 && <dt>{text.issued}</dt>}
        {account.issued.total > 0 && (
          <dd>
            {account.issued.items.map((each, index) => (
              <span key={each.id}>
                {index > 0 && ', '}
                <Link to={`/accounts/${each.id}`}>{each.displayName}</Link>
              </span>
            ))}
            {account.issued.total > account.issued.items.length &&
              ` ${text.issuedMore(account.issued.total - account.issued.items.length)}`}
          </dd>
        )}
      </dl>
    </Section>
  )
}

function History({ account }: { account: Account }) {
  const text = useWords().people
  const told: Record<string, string> = text.events
  return (
    <Section id="history" title={text.history}>
      <ul>
        {account.events.map((event) => (
          <li key={`${event.happenedAt} ${event.kind}`}>
            {showMoment(event.happenedAt)} · {event.actor ?? text.program}: {told[event.kind] ?? event.kind}{' '}
            {event.other ?? ''}
            {event.kind !== 'issued' && event.kind !== 'joined' && <div className="quiet small">{event.reason}</div>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
