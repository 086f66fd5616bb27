import { Button, Group, Modal } from '@mantine/core'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useWords } from '../locale/locale.ts'

/** Asks before a page with unsaved changes is left; the changes stay on this device either way. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const words = useWords()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={words.form.unsavedTitle}
      centered
      closeButtonProps={{ 'aria-label': words.acts.close }}
    >
      <p style={{ marginTop: 0 }}>{words.form.unsavedText}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {words.form.leave}
        </Button>
        <Button onClick={() => blocker.reset?.()}>{words.form.stay}</Button>
      </Group>
    </Modal>
  )
}
