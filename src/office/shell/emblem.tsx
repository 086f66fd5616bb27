/** The office's sign: a rice seedling in a field. */
export function Emblem({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#1d7044" />
      <path d="M16 26V13" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <path d="M16 17c-5 0-7-3-7-8 5 0 7 3 7 8Z" fill="#bfe3cd" />
      <path d="M16 14c0-4 2-7 6.500-8 .5 5-2 8-6.500 8Z" fill="#fff" />
      <path d="M7 26h18" stroke="#f0b542" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
