import { useQuery } from '@tanstack/react-query'
import type { Me } from '../../domains/accounts/messages.ts'
import type { Permission } from '../../platform/access/permissions.ts'
import { ask } from './client.ts'

export const meKey = ['me'] as const

/** Who is signed in; an error with status 401 when nobody is. */
export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: () => ask<Me>('/me'), staleTime: 5 * 60 * 1000, retry: false })
}

/** Whether the person signed in may do something; the server checks again. */
export function useMay(permission: Permission): boolean {
  return useMe().data?.permissions.includes(permission) ?? false
}

/** The one province of the person signed in, or null for the whole country. */
export function useOwnProvince(): string | null {
  const scope = useMe().data?.scope
  return scope === undefined || scope.country ? null : scope.provinceCode
}
