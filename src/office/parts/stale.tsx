import { Alert, Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../locale/locale.ts'

export interface StaleRow {
  label: string
  theirs: string
  mine: string
}

interface StaleProps {
  detail: string
  rows: StaleRow[]
  isPending: boolean
  onTheirs: () => void
  onMine: () => void
}

/** Somebody saved first: both versions side by side, and a clear choice; nothing typed is lost. */
export function StaleChoice({ detail, rows, isPending, onTheirs, onMine }: StaleProps) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="yellow" variant="light" title={words.stale.title} mb="md">
      <p style={{ marginTop: 0 }}>
        {detail} {words.stale.text}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.merge.field}</th>
            <th scope="col">{words.stale.theirs}</th>
            <th scope="col">{words.stale.mine}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{row.theirs || '–'}</td>
              <td>{row.mine || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group mt="sm">
        <Button variant="default" onClick={onTheirs}>
          {words.stale.seeTheirs}
        </Button>
        <Button loading={isPending} onClick={onMine}>
          {words.stale.keepMine}
        </Button>
      </Group>
    </Alert>
  )
}
