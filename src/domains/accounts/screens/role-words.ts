import { showDay } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'

interface Placed {
  provinceName: string | null
  communeName: string | null
  producerName: string | null
}
interface Held extends Placed {
  role: { nameVi: string; nameEn: string }
  standsInFor: string | null
  lastDay: string | null
}

/** How a place and a role in it are told in one line. */
export function useRoleWords(): { placeOf: (placed: Placed) => string; roleOf: (held: Held) => string } {
  const words = useWords()
  const nameOf = useName()
  const placeOf = (placed: Placed) =>
    [placed.producerName, placed.communeName, placed.provinceName].filter(Boolean).join(', ') ||
    words.shell.wholeCountry
  const roleOf = (held: Held) => {
    const stands = held.standsInFor === null ? null : words.people.standsInFor(held.standsInFor)
    const until = held.lastDay === null ? null : words.people.lastDay(showDay(held.lastDay))
    return [nameOf(held.role), placeOf(held), stands, until].filter(Boolean).join(' · ')
  }
  return { placeOf, roleOf }
}
