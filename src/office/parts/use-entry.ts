import { useEffect, useState } from 'react'
import { forgetDraft, keepDraft, readDraft } from './drafts.ts'

/** A form's values: what is on record with the person's changes over it. Changes outlive leaving the page, until saved or discarded. */
export interface Entry<Values> {
  values: Values
  changes: Partial<Values>
  isDirty: boolean
  wasRestored: boolean
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void
  discard: () => void
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

/** Keeps the changes of one form; `key` names the form and its subject. */
export function useEntry<Values extends object>(key: string, initial: Values): Entry<Values> {
  const [changes, setChanges] = useState<Partial<Values>>(() => readDraft<Values>(key, initial))
  const [wasRestored, setRestored] = useState(() => Object.keys(changes).length > 0)
  useEffect(() => keepDraft(key, changes), [key, changes])
  const discard = () => {
    forgetDraft(key)
    setChanges({})
    setRestored(false)
  }
  const set = <Name extends keyof Values>(name: Name, value: Values[Name]) => {
    setChanges((before) => {
      const after: Partial<Values> = { ...before }
      if (differs(value, initial[name])) after[name] = value
      else delete after[name]
      return after
    })
  }
  const isDirty = Object.keys(changes).length > 0
  return { values: { ...initial, ...changes }, changes, isDirty, wasRestored, set, discard }
}
