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
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={props.size ?? 'md'}
      centered
      closeButtonProps={{ 'aria-label': words.acts.close }}
    >
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
    </Modal>
  )
}
