import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../locale/locale.ts'

interface SaveBarProps {
  reason: string
  onReason: (reason: string) => void
  onDiscard: () => void
  isPending: boolean
  error?: string | undefined
  /** other words where something is proposed rather than saved */
  words?: { label: string; hint: string; submit: string } | undefined
}

/** Stays in sight while something is unsaved: why, and save (also Ctrl+S). */
export function SaveBar({ reason, onReason, onDiscard, isPending, error, words: own }: SaveBarProps) {
  const words = useWords()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault()
        button.current?.click()
      }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <section className="save-bar" aria-label={words.form.unsaved}>
      <TextInput
        className="grow"
        id="field-reason"
        label={own?.label ?? words.form.reason}
        description={own?.hint ?? words.form.reasonHint}
        required
        maxLength={500}
        value={reason}
        error={error}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      <Button variant="subtle" color="gray" onClick={onDiscard}>
        {words.form.discardDraft}
      </Button>
      <Button ref={button} type="submit" loading={isPending}>
        {own?.submit ?? words.acts.save}
      </Button>
    </section>
  )
}
