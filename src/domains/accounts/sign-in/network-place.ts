import { networkOf } from '../tokens.ts'

/** Where a session is in the network, coarse enough to be kept: 203.0.113.x, or the first 48 bits of an IPv6 address. */
export function networkPlace(address: string): string {
  const network = networkOf(address)
  if (network.includes(':')) return `${network.split(':').slice(0, 3).join(':')}::/48`
  const parts = network.split('.')
  return parts.length === 4 ? `${parts.slice(0, 3).join('.')}.x` : network
}
