import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { UnitDetail, UnitList } from '../../domains/administrative-units/messages.ts'
import type { ProducerKinds } from '../../domains/producers/messages.ts'
import type { Classification } from '../../domains/products/messages.ts'
import { ask } from './client.ts'

export type Unit = z.infer<typeof UnitList>['items'][number]

const dayMs = 24 * 3600 * 1000

/** The 34 provinces of today. */
export function useProvinces() {
  return useQuery({
    queryKey: ['provinces'],
    queryFn: () =>
      ask<z.infer<typeof UnitList>>('/administrative-units', { level: 'province', scheme: '2025', limit: 200 }),
    staleTime: dayMs,
    select: (list) => list.items,
  })
}

/** The provinces of before 1/7/2025, for lists that still speak of one. */
export function useFormerProvinces() {
  return useQuery({
    queryKey: ['former provinces'],
    queryFn: () =>
      ask<z.infer<typeof UnitList>>('/administrative-units', { level: 'province', scheme: '2004', limit: 200 }),
    staleTime: dayMs,
    select: (list) => list.items,
  })
}

/** Units that match what a person typed, of either scheme. */
export function useUnits(text: string, wanted: { scheme?: '2025'; level?: 'commune'; parent?: string | undefined }) {
  return useQuery({
    queryKey: ['units', text, wanted],
    queryFn: ({ signal }) =>
      ask<z.infer<typeof UnitList>>('/administrative-units', { q: text, ...wanted, limit: 12 }, signal),
    enabled: text.trim().length >= 2,
    staleTime: dayMs,
    placeholderData: (before) => before,
    select: (list) => list.items,
  })
}

/** What one unit is and what became of it. */
export function useUnit(unit: { scheme: string; code: string } | null) {
  return useQuery({
    queryKey: ['unit', unit?.scheme, unit?.code],
    queryFn: () => ask<z.infer<typeof UnitDetail>>(`/administrative-units/${unit?.scheme}/${unit?.code}`),
    enabled: unit !== null,
    staleTime: dayMs,
  })
}

/** The six groups with their subgroups and 26 sets. */
export function useClassification() {
  return useQuery({
    queryKey: ['classification'],
    queryFn: () => ask<z.infer<typeof Classification>>('/classification'),
    staleTime: dayMs,
    select: (answer) => answer.groups,
  })
}

/** Kinds of producer. */
export function useProducerKinds() {
  return useQuery({
    queryKey: ['producer-kinds'],
    queryFn: () => ask<z.infer<typeof ProducerKinds>>('/producer-kinds'),
    staleTime: dayMs,
    select: (answer) => answer.items,
  })
}
