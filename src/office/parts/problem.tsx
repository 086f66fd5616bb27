import { Alert, Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../locale/locale.ts'

interface ProblemProps {
  problem: Problem | null | undefined
  onRetry?: (() => void) | undefined
  /** the name that a field's path has on the screen; the field's control carries the id `field-<path>` */
  labels?: Record<string, string>
}

/** What went wrong, on top and read aloud at once, with a link to each field that needs mending. */
export function ProblemSummary({ problem, onRetry, labels = {} }: ProblemProps) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  if (!problem) return null
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="light"
      title={words.problem.title}
      mb="md"
      className="problem"
    >
      <p style={{ margin: 0 }}>{problem.detail}</p>
      {problem.fields.length > 0 && (
        <ul style={{ margin: '6px 0 0', paddingLeft: 20 }}>
          {problem.fields.map((field) => (
            <li key={`${field.path} ${field.message}`}>
              <a href={`#field-${field.path}`}>{labels[field.path] ?? field.path}</a>: {field.message}
            </li>
          ))}
        </ul>
      )}
      {problem.status >= 500 && problem.requestId && <small>{words.problem.reference(problem.requestId)}</small>}
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {words.acts.retry}
        </Button>
      )}
    </Alert>
  )
}
