import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { UndecidedPlaces } from '../../domains/products/messages.ts'
import { ask } from '../api/client.ts'
import { useMay } from '../api/session.ts'

/** How many producers and products wait for somebody to choose their commune. */
export function useUndecidedTotal(): number | undefined {
  const may = useMay('places.decide')
  const answer = useQuery({
    queryKey: ['undecided-places', 'total'],
    queryFn: () => ask<z.infer<typeof UndecidedPlaces>>('/office/undecided-places', { limit: 1 }),
    enabled: may,
    staleTime: 60_000,
  })
  return answer.data?.total
}
