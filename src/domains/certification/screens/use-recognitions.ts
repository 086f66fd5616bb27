import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../office/api/client.ts'
import type { ProductRecognitions } from '../messages.ts'

/** The recognitions of a product with its standing today. */
export function useRecognitions(productId: string) {
  return useQuery({
    queryKey: ['recognitions', 'of', productId],
    queryFn: () => ask<ProductRecognitions>(`/office/products/${productId}/recognitions`),
  })
}
