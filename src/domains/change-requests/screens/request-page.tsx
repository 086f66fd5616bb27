import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { ask, send } from '../../../office/api/client.ts'
import { useMe } from '../../../office/api/session.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { Mark } from '../../../office/parts/marks.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import { Waiting } from '../../../office/parts/waiting.tsx'
import type { RequestView } from '../messages.ts'
import { DecisionForm } from './decision-form.tsx'
import { Evidence } from './evidence.tsx'
import { RequestMark } from './request-mark.tsx'
import { useFieldLabels, useShown } from './use-shown.ts'

/** One proposed change: what stood, what stands, what is proposed; and what is decided of it. */
export function RequestPage() {
  const { id = '' } = useParams()
  const words = useWords()
  const request = useQuery({
    queryKey: ['change-requests', id],
    queryFn: () => ask<RequestView>(`/office/change-requests/${id}`),
  })
  if (request.isPending) return <Waiting />
  const back = { to: '/changes', label: words.changes.room }
  if (request.error)
    return (
      <Page title={words.changes.room} back={back}>
        <ProblemSummary problem={request.error} onRetry={() => request.refetch()} />
      </Page>
    )
  return <Whole key={`${id}/${request.data.version}`} request={request.data} />
}

function Whole({ request }: { request: RequestView }) {
  const words = useWords()
  const text = words.changes
  const { subject, decision } = request
  const mayDecideAtAll = useMe().data?.permissions.includes('changes.decide') ?? false
  const author = request.onBehalfOf === null ? request.author : text.behalf(request.author, request.onBehalfOf)
  const intro = (
    <>
      <Link to={`/${subject.kind}s/${subject.id}`}>{subject.name}</Link> · {subject.publicId} · {author} ·{' '}
      {showMoment(request.openedAt)}
    </>
  )
  return (
    <Page
      title={`${text.room}: ${subject.name}`}
      back={{ to: '/changes', label: text.room }}
      intro={intro}
      acts={<Acts request={request} />}
    >
      <p>
        <RequestMark state={request.state} />
      </p>
      {request.onBehalfOf !== null && <p className="band">{author}</p>}
      <p>
        <strong>{text.note}:</strong> {request.note}
      </p>
      {decision && (
        <p className="band band-calm">
          {text.outcome(text.states[request.state], decision.by, showMoment(decision.at))}
          {decision.reason && `: ${decision.reason}`}
        </p>
      )}
      {request.state === 'open' && mayDecideAtAll && !request.abilities.decide && (
        <p className="band band-calm">{text.ownRequest}</p>
      )}
      {request.abilities.decide ? <DecisionForm request={request} /> : <Compared request={request} />}
      <Evidence request={request} />
    </Page>
  )
}

/** The fields as they were decided, or as they wait. */
function Compared({ request }: { request: RequestView }) {
  const text = useWords().changes
  const labels = useFieldLabels(request.subject.kind)
  const shown = useShown()
  return (
    <table className="table cards compare">
      <caption className="seen-by-readers">{text.fieldsColumn}</caption>
      <thead>
        <tr>
          {[text.fieldsColumn, text.before, text.now, text.proposed, text.decision].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {request.fields.map((row) => (
          <tr key={row.field}>
            <td className="card-head">{labels[row.field] ?? row.field}</td>
            <td data-label={text.before}>{shown(row.field, row.before)}</td>
            <td data-label={text.now}>
              {shown(row.field, row.now)}
              {row.meeting === 'conflict' && (
                <div>
                  <Mark tone="watch" icon="swap">
                    {text.conflict}
                  </Mark>
                </div>
              )}
            </td>
            <td data-label={text.proposed}>{shown(row.field, row.proposed)}</td>
            <td data-label={text.decision}>
              {row.outcome === null
                ? '–'
                : row.outcome === 'accept'
                  ? row.overwrote
                    ? text.overwrite
                    : text.accept
                  : text.leave}
              {row.reason && <div className="quiet small">{row.reason}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Acts({ request }: { request: RequestView }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => window.print()}>
        {words.acts.print}
      </Button>
      {request.abilities.withdraw && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {words.changes.withdraw}
        </Button>
      )}
      {isOpen && <WithdrawDialog request={request} onClose={() => setOpen(false)} />}
    </>
  )
}

function WithdrawDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const text = useWords().changes
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const withdraw = useMutation({
    mutationFn: () => send('POST', `/office/change-requests/${request.id}/withdrawal`, { reason }),
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries({ queryKey: ['change-requests'] })
    },
  })
  return (
    <Dialog
      isOpen
      danger
      title={text.withdraw}
      text={text.withdrawText}
      submit={text.withdraw}
      isPending={withdraw.isPending}
      isReady={reason.trim() !== ''}
      problem={withdraw.error}
      onClose={onClose}
      onSubmit={() => withdraw.mutate()}
    >
      <ReasonField reason={reason} onReason={setReason} />
    </Dialog>
  )
}
