import { Button, Checkbox, FileButton, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { apiAddress, sendFile } from '../../../office/api/client.ts'
import { useLocale, useName, useWords } from '../../../office/locale/locale.ts'
import { Table } from '../../../office/parts/list.tsx'
import { Mark } from '../../../office/parts/marks.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { PeopleList, PeopleListApplied } from '../messages.ts'

type Applied = z.infer<typeof PeopleListApplied>

function saveSlips(slipsPdf: string): void {
  const bytes = Uint8Array.from(atob(slipsPdf), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'phieu-nhan-tai-khoan.pdf'
  link.click()
  URL.revokeObjectURL(address)
}

/** Many people from one spreadsheet: read first, then invite everybody at once. */
export function BulkInvite() {
  const words = useWords()
  const text = words.people
  const [file, setFile] = useState<File | null>(null)
  const [wish, setWish] = useState({ slipsForAll: false, again: false })
  const check = useMutation({
    mutationFn: (chosen: File) => sendFile<PeopleList>('/office/account-lists/check', {}, chosen),
  })
  const apply = useMutation({ mutationFn: (chosen: File) => sendFile<Applied>('/office/account-lists', wish, chosen) })
  const choose = (chosen: File | null) => {
    setFile(chosen)
    apply.reset()
    check.reset()
    if (chosen) check.mutate(chosen)
  }
  return (
    <Page title={text.bulk} intro={text.bulkIntro} back={{ to: '/accounts', label: text.title }}>
      <Group mb="md">
        <FileButton onChange={choose} accept=".xlsx,.csv" inputProps={{ 'aria-label': words.acts.chooseFile }}>
          {(props) => (
            <Button {...props} loading={check.isPending}>
              {words.acts.chooseFile}
            </Button>
          )}
        </FileButton>
        <Button component="a" variant="default" download href={apiAddress('/office/account-lists/template.xlsx')}>
          {text.template}
        </Button>
        {file && <span className="quiet">{file.name}</span>}
      </Group>
      <ProblemSummary problem={check.error ?? apply.error} />
      {apply.data ? (
        <Done applied={apply.data} />
      ) : (
        check.data && (
          <Checked
            list={check.data}
            wish={wish}
            onWish={setWish}
            isPending={apply.isPending}
            onApply={() => file && apply.mutate(file)}
          />
        )
      )}
    </Page>
  )
}

interface CheckedProps {
  list: PeopleList
  wish: { slipsForAll: boolean; again: boolean }
  onWish: (wish: { slipsForAll: boolean; again: boolean }) => void
  isPending: boolean
  onApply: () => void
}

function Checked({ list, wish, onWish, isPending, onApply }: CheckedProps) {
  const text = useWords().people
  const nameOf = useName()
  const locale = useLocale()
  return (
    <>
      <p aria-live="polite">
        <strong>{text.checked(list.ready, list.problems)}</strong>
      </p>
      {list.problems === 0 && (
        <Stack mb="md">
          <Checkbox
            label={text.slipsForAll}
            checked={wish.slipsForAll}
            onChange={(event) => onWish({ ...wish, slipsForAll: event.currentTarget.checked })}
          />
          <Checkbox
            label={text.again}
            checked={wish.again}
            onChange={(event) => onWish({ ...wish, again: event.currentTarget.checked })}
          />
          <div>
            <Button loading={isPending} onClick={onApply}>
              {text.apply(list.ready)}
            </Button>
          </div>
        </Stack>
      )}
      <Table
        caption={text.bulk}
        items={list.rows}
        keyOf={(row) => String(row.row)}
        columns={[
          { label: text.name, cell: (row) => row.displayName || '–' },
          { label: text.rowLabel, cell: (row) => row.row },
          { label: text.roles, cell: (row) => (row.role ? nameOf(row.role) : '–') },
          { label: text.place, cell: (row) => row.place || '–' },
          { label: text.email, cell: (row) => row.email ?? '–' },
          {
            label: text.problems,
            cell: (row) =>
              row.problems.length === 0 ? (
                <Mark tone="good" icon="tick">
                  {text.ready}
                </Mark>
              ) : (
                row.problems.map((problem) => (
                  <div key={problem.vi}>
                    <strong>{problem.column}</strong>: {problem[locale]}
                  </div>
                ))
              ),
          },
        ]}
      />
    </>
  )
}

function Done({ applied }: { applied: Applied }) {
  const text = useWords().people
  const { slipsPdf } = applied
  return (
    <div className="section" role="status">
      <p>
        <strong>{text.applied(applied.invited, applied.letters, applied.slips)}</strong>
      </p>
      {slipsPdf !== null && (
        <>
          <p>{text.slipsOnce}</p>
          <Button onClick={() => saveSlips(slipsPdf)}>{text.downloadSlips}</Button>
        </>
      )}
    </div>
  )
}
