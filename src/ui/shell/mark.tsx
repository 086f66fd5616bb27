/** The register's own mark: two leaves of a rice seedling over terraced fields, held in a seal. */
export function Mark() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor" strokeLinecap="round">
      <circle cx="24" cy="24" r="22" strokeWidth="2.5" />
      <path
        fill="currentColor"
        stroke="none"
        d="M23 28C11 27 9 19 9.500 13 18 14 23 19 23 28zM25 28c0-12 5-19 13-21 1 9-2 19-13 21z"
      />
      <path strokeWidth="2.5" d="M24 26v5M9 34c5-3 10-3 15-1s10 2 15-1M13 40c4-2 7-2 11-1s7 1 11-1" />
    </svg>
  )
}
