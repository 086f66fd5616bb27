import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { ask, send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Merge, type MergeSide } from '../../../office/parts/merge.tsx'
import { notify } from '../../../office/parts/notify.ts'
import type { ProductMatches } from '../messages.ts'
import { draftOf, type Product } from './product-draft.ts'
import { useProductLabels } from './use-product-labels.ts'

const compared = ['name', 'setCode', 'gtin', 'description', 'story', 'packaging', 'priceMin', 'priceMax'] as const

/** Products of the same producer that may be this one, and the way to make them one. */
export function ProductDuplicates({ product }: { product: Product }) {
  const words = useWords()
  const [otherId, setOther] = useState<string | null>(null)
  const matches = useQuery({
    queryKey: ['product-matches', product.id],
    queryFn: () =>
      ask<z.infer<typeof ProductMatches>>('/office/products/matches', {
        producer: product.producer.id,
        name: product.name,
        except: product.id,
      }),
  })
  const items = matches.data?.items ?? []
  if (items.length === 0) return <p className="quiet">{words.product.noDuplicates}</p>
  return (
    <>
      <ul className="timeline">
        {items.map((match) => (
          <li key={match.id}>
            {match.name} <span className="quiet small">{match.publicId}</span>{' '}
            <span className="quiet small">
              · {match.reasons.map((reason) => words.matches.reasons[reason]).join(', ')}
            </span>{' '}
            <Button
              size="compact-xs"
              variant="light"
              aria-label={`${words.merge.act}: ${match.name}`}
              onClick={() => setOther(match.id)}
            >
              {words.merge.act}
            </Button>
          </li>
        ))}
      </ul>
      {otherId && <MergeProduct product={product} otherId={otherId} onClose={() => setOther(null)} />}
    </>
  )
}

function sideOf(product: Product): MergeSide {
  const draft = draftOf(product)
  const { id, name, publicId } = product
  return {
    id,
    name,
    publicId,
    values: [...compared.map((field) => draft[field]), product.codes.map((code) => code.written).join(', ')],
  }
}

function MergeProduct({ product, otherId, onClose }: { product: Product; otherId: string; onClose: () => void }) {
  const words = useWords()
  const labels = useProductLabels()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const other = useQuery({
    queryKey: ['product', otherId],
    queryFn: () => ask<Product>(`/office/products/${otherId}`),
  })
  const merge = useMutation({
    mutationFn: ({ keptId, mergedId, reason }: { keptId: string; mergedId: string; reason: string }) =>
      send<{ id: string }>('POST', `/office/products/${keptId}/merger`, { mergedId, reason }),
    onSuccess: async (kept) => {
      notify(words.merge.done)
      await queries.invalidateQueries()
      onClose()
      navigate(`/products/${kept.id}`)
    },
  })
  if (other.data === undefined) return null
  return (
    <Merge
      sides={[sideOf(product), sideOf(other.data)]}
      labels={[...compared, 'codes'].map((field) => labels[field] ?? field)}
      isPending={merge.isPending}
      problem={merge.error}
      onClose={onClose}
      onMerge={(choice) => merge.mutate(choice)}
    />
  )
}
