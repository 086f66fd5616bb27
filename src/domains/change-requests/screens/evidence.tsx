import { Button, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { apiAddress, sendFile } from '../../../office/api/client.ts'
import { showMoment } from '../../../office/format/days.ts'
import { showNumber } from '../../../office/format/numbers.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { notify } from '../../../office/parts/notify.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Section } from '../../../office/parts/sections.tsx'
import type { RequestView } from '../messages.ts'

/** The papers of a request, and a way to add one while it waits. */
export function Evidence({ request }: { request: RequestView }) {
  const text = useWords().changes
  const queries = useQueryClient()
  const attach = useMutation({
    mutationFn: (file: File) => sendFile(`/office/change-requests/${request.id}/evidence`, {}, file),
    onSuccess: async () => {
      notify(text.attached)
      await queries.invalidateQueries({ queryKey: ['change-requests', request.id] })
    },
  })
  return (
    <Section id="evidence" title={text.evidence}>
      <ProblemSummary problem={attach.error} />
      {request.evidence.length === 0 && <p className="quiet">{text.noEvidence}</p>}
      <ul className="plain-list">
        {request.evidence.map((paper) => (
          <li key={paper.id}>
            <a href={apiAddress(`/office/change-requests/${request.id}/evidence/${paper.id}`)} download>
              {paper.name}
            </a>{' '}
            <span className="quiet small">
              {showNumber(Math.ceil(paper.sizeBytes / 1000))} kB · {showMoment(paper.addedAt)}
            </span>
          </li>
        ))}
      </ul>
      {request.abilities.attach && (
        <>
          <p className="quiet small only-screen">{text.attachHint}</p>
          <FileButton
            accept="application/pdf,image/jpeg,image/png"
            onChange={(file) => {
              if (file !== null) attach.mutate(file)
            }}
          >
            {(props) => (
              <Button {...props} className="only-screen" variant="default" loading={attach.isPending}>
                {text.attach}
              </Button>
            )}
          </FileButton>
        </>
      )}
    </Section>
  )
}
