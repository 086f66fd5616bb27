import { useIsActingFor } from './acting-for.ts'

/** In which way a form changes a record of a producer: by editing it, or by proposing (also for the producer). */
export interface Mode {
  isOpen: boolean
  isProposing: boolean
  onBehalf: boolean
}

/** The mode of a form, from what the record's page may offer and whether the officer acts for its producer. */
export function useMode(producerId: string, abilities: { edit: boolean; propose: boolean }): Mode {
  const isActing = useIsActingFor(producerId)
  const onBehalf = isActing && (abilities.edit || abilities.propose)
  return { isOpen: abilities.edit || abilities.propose, isProposing: abilities.propose || onBehalf, onBehalf }
}

/** What a form hears back in either mode. */
export interface Saved {
  version: number
  contradicting: string[]
  outcome?: 'applied' | 'requested'
}
