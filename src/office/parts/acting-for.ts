import { useSyncExternalStore } from 'react'

const key = 'ocop-acting-for'
const listeners = new Set<() => void>()

function actingForNow(): string | null {
  return sessionStorage.getItem(key)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Begins or ends acting for a producer in this tab; the server asks for the consent at every change. */
export function setActingFor(producerId: string | null): void {
  if (producerId === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, producerId)
  for (const listener of listeners) listener()
}

/** Whether the officer acts for this producer in this tab. */
export function useIsActingFor(producerId: string): boolean {
  return useSyncExternalStore(listen, actingForNow) === producerId
}
