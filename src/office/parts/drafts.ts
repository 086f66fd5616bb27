const prefix = 'ocop-draft/'

/** What a person had begun to type in a form, limited to the fields that the form still has; empty when there is nothing readable. */
export function readDraft<Values extends object>(key: string, initial: Values): Partial<Values> {
  const text = sessionStorage.getItem(prefix + key)
  if (text === null) return {}
  try {
    const kept: Partial<Values> = JSON.parse(text)
    for (const name of Object.keys(kept)) if (!(name in initial)) return {}
    return kept
  } catch {
    forgetDraft(key)
    return {}
  }
}

/** Keeps what was typed on this device until the browser is closed. */
export function keepDraft(key: string, changes: object): void {
  if (Object.keys(changes).length === 0) forgetDraft(key)
  else sessionStorage.setItem(prefix + key, JSON.stringify(changes))
}

/** Forgets a draft that was saved or discarded. */
export function forgetDraft(key: string): void {
  sessionStorage.removeItem(prefix + key)
}
