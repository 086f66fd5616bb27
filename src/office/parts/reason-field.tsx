import { Textarea } from '@mantine/core'
import { useWords } from '../locale/locale.ts'

interface ReasonFieldProps {
  reason: string
  onReason: (reason: string) => void
  label?: string
  hint?: string
}

/** Why something is done; kept with it. */
export function ReasonField({ reason, onReason, label, hint }: ReasonFieldProps) {
  const words = useWords().form
  return (
    <Textarea
      id="field-reason"
      mt="sm"
      label={label ?? words.reason}
      description={hint ?? words.reasonHint}
      required
      autosize
      minRows={2}
      maxLength={500}
      value={reason}
      onChange={(event) => onReason(event.currentTarget.value)}
    />
  )
}
