import { Button, Group, Modal } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { ask, send } from '../../../office/api/client.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { FilterBar } from '../../../office/parts/filter-bar.tsx'
import { ChoiceFilter } from '../../../office/parts/filter-controls.tsx'
import { List, Table } from '../../../office/parts/list.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { useFilters } from '../../../office/parts/use-filters.ts'
import type { LetterLines, LetterView } from '../messages.ts'

type Lines = z.infer<typeof LetterLines>

/** Letters that the program wrote; where no SMTP is set a person reads them here and passes them on. */
export function Outbox() {
  const text = useWords().people
  const { filters, cursor, change } = useFilters(['state'] as const)
  const [shown, setShown] = useState<string | null>(null)
  const answer = useQuery({
    queryKey: ['letters', filters, cursor],
    queryFn: ({ signal }) => ask<Lines>('/office/letters', { ...filters, cursor }, signal),
    placeholderData: keepPreviousData,
  })
  const states = (['queued', 'sent', 'kept', 'failed'] as const).map((value) => ({
    value,
    label: text.letterStates[value],
  }))
  return (
    <Page title={text.outbox} intro={text.outboxIntro}>
      <FilterBar>
        <ChoiceFilter
          label={text.state}
          value={filters.state}
          choices={states}
          onChange={(state) => change({ state })}
        />
      </FilterBar>
      <List
        answer={answer}
        noun={text.letters}
        empty={<Empty icon="file" title={text.noLetters} text={text.noLettersText} />}
      >
        {(items) => (
          <Table
            caption={text.outbox}
            items={items}
            keyOf={(line) => line.id}
            columns={[
              {
                label: text.recipient,
                cell: (line) => (
                  <Button variant="subtle" size="compact-sm" onClick={() => setShown(line.id)}>
                    {line.recipient}
                  </Button>
                ),
              },
              { label: text.subject, cell: (line) => line.subject },
              {
                label: text.state,
                cell: (line) => (
                  <>
                    {text.letterStates[line.state]}
                    {line.lastFault && <div className="quiet small">{line.lastFault}</div>}
                  </>
                ),
              },
              { label: text.issuedBy, cell: (line) => line.queuedBy ?? text.program },
              { label: text.written, className: 'nowrap', cell: (line) => showMoment(line.queuedAt) },
            ]}
          />
        )}
      </List>
      {shown !== null && <Letter id={shown} onClose={() => setShown(null)} />}
    </Page>
  )
}

function Letter({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords()
  const text = words.people
  const queries = useQueryClient()
  const letter = useQuery({
    queryKey: ['letter', id],
    queryFn: () => ask<z.infer<typeof LetterView>>(`/office/letters/${id}`),
  })
  const again = useMutation({
    mutationFn: () => send('POST', `/office/letters/${id}/sending`),
    onSuccess: async () => {
      notify(text.queuedAgain)
      onClose()
      await queries.invalidateQueries({ queryKey: ['letters'] })
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={letter.data?.subject ?? text.readLetter}
      size="lg"
      closeButtonProps={{ 'aria-label': words.acts.close }}
    >
      <ProblemSummary problem={letter.error ?? again.error} />
      {letter.data && <p className="quiet">{letter.data.recipient}</p>}
      {letter.data && (
        <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{letter.data.text ?? text.textGone}</p>
      )}
      {letter.data?.text && letter.data.state !== 'sent' && (
        <Group justify="flex-end">
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            {text.sendAgain}
          </Button>
        </Group>
      )}
    </Modal>
  )
}
