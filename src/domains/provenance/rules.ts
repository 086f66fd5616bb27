/** A: a signed decision · B: a government publication or an officer · C: unverified. */
export type SourceLevel = 'A' | 'B' | 'C'
export type SourceKind = 'decision' | 'publication' | 'import' | 'officer' | 'producer' | 'demonstration'
export type SubjectKind = 'producer' | 'product' | 'recognition'

const weight = { A: 3, B: 2, C: 1 } as const satisfies Record<SourceLevel, number>

/** Whether a later statement of this level may replace one of the other: at least as good, so a newer equal wins. */
export function mayReplace(level: SourceLevel, replaced: SourceLevel): boolean {
  return weight[level] >= weight[replaced]
}

/** What a new statement meets: the current one of the same group, if there is one. */
export interface Standpoint {
  level: SourceLevel
  checkedOn: string
}

export type Verdict = 'first' | 'confirms' | 'repeats' | 'supersedes' | 'contradicts'

/**
 * What a statement does to the current one. The same content from a source at least as good, checked later or of a higher level,
 * confirms (and becomes the backing); otherwise it only repeats. Different content replaces unless its source is weaker.
 */
export function judge(stated: Standpoint, current: Standpoint | null, isSame: boolean): Verdict {
  if (current === null) return 'first'
  const isAtLeastAsGood = mayReplace(stated.level, current.level)
  if (!isSame) return isAtLeastAsGood ? 'supersedes' : 'contradicts'
  const isNews = stated.level !== current.level || stated.checkedOn > current.checkedOn
  return isAtLeastAsGood && isNews ? 'confirms' : 'repeats'
}
