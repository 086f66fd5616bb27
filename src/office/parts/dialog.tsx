import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../locale/locale.ts'
import { ProblemSummary } from './problem.tsx'

interface DialogProps {
  isOpen: boolean
  title: string
  text?: string
  submit: string
  danger?: boolean
  isPending?: boolean
  isReady?: boolean
  problem?: Problem | null
  labels?: Record<string, string>
  onClose: () => void
  onSubmit: () => void
  size?: string
  children?: ReactNode
}

/** A question before an act that cannot simply be taken back: what will happen, and yes or no. */
export function Dialog(props: DialogProps) {
  const words = useWords()
  const { isOpen, title, text, submit, danger, isPending, isReady = true, problem, labels, onClose, onSubmit } = props
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={props.size ?? 'md'} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* A header within a dialog would count as a second banner of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={words.acts.close} />
        </Modal.Header>
        <Modal.Body>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              event.stopPropagation()
              if (isReady) onSubmit()
            }}
          >
            <ProblemSummary problem={problem} {...(labels && { labels })} />
            {text && <p style={{ marginTop: 0 }}>{text}</p>}
            {props.children}
            <Group justify="flex-end" mt="lg">
              <Button variant="default" onClick={onClose}>
                {words.acts.cancel}
              </Button>
              <Button type="submit" color={danger ? 'red' : 'rice'} loading={isPending ?? false} disabled={!isReady}>
                {submit}
              </Button>
            </Group>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
