import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { ask, send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Merge, type MergeSide } from '../../../office/parts/merge.tsx'
import { notify } from '../../../office/parts/notify.ts'
import type { ProducerMatches } from '../messages.ts'
import { draftOf, type Producer } from './producer-draft.ts'
import { useProducerLabels } from './use-producer-labels.ts'

const compared = [
  'name',
  'kindCode',
  'taxNumber',
  'representative',
  'phone',
  'email',
  'website',
  'introduction',
] as const

/** Producers that may be this one, and the way to make them one. */
export function ProducerDuplicates({ producer }: { producer: Producer }) {
  const words = useWords()
  const [otherId, setOther] = useState<string | null>(null)
  const matches = useQuery({
    queryKey: ['producer-matches', producer.id],
    queryFn: () =>
      ask<z.infer<typeof ProducerMatches>>('/office/producers/matches', {
        name: producer.name,
        taxNumber: producer.taxNumber,
        province: producer.place.provinceCode,
        commune: producer.place.communeCode,
        except: producer.id,
      }),
  })
  const items = matches.data?.items ?? []
  if (items.length === 0) return <p className="quiet">{words.producer.noDuplicates}</p>
  return (
    <>
      <ul className="timeline">
        {items.map((match) => (
          <li key={match.id}>
            {match.name}{' '}
            <span className="quiet small">
              {[match.publicId, match.communeName, match.provinceName].filter(Boolean).join(' · ')} ·{' '}
              {match.reasons.map((reason) => words.matches.reasons[reason]).join(', ')}
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
      {otherId && <MergeProducer producer={producer} otherId={otherId} onClose={() => setOther(null)} />}
    </>
  )
}

function sideOf(producer: Producer): MergeSide {
  const draft = draftOf(producer)
  const { id, name, publicId, place } = producer
  const where = [place.addressText, place.communeName, place.provinceName].filter(Boolean).join(', ')
  return { id, name, publicId, values: [...compared.map((field) => draft[field]), where] }
}

function MergeProducer({ producer, otherId, onClose }: { producer: Producer; otherId: string; onClose: () => void }) {
  const words = useWords()
  const labels = useProducerLabels()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const other = useQuery({
    queryKey: ['producer', otherId],
    queryFn: () => ask<Producer>(`/office/producers/${otherId}`),
  })
  const merge = useMutation({
    mutationFn: ({ keptId, mergedId, reason }: { keptId: string; mergedId: string; reason: string }) =>
      send<{ id: string }>('POST', `/office/producers/${keptId}/merger`, { mergedId, reason }),
    onSuccess: async (kept) => {
      notify(words.merge.done)
      await queries.invalidateQueries()
      onClose()
      navigate(`/producers/${kept.id}`)
    },
  })
  if (other.data === undefined) return null
  return (
    <Merge
      sides={[sideOf(producer), sideOf(other.data)]}
      labels={[...compared, 'place'].map((field) => labels[field] ?? field)}
      isPending={merge.isPending}
      problem={merge.error}
      onClose={onClose}
      onMerge={(choice) => merge.mutate(choice)}
    />
  )
}
