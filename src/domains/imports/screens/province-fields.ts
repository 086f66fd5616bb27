/** Marks a chosen province as one of before 1/7/2025: codes alone were given out again. */
export const formerPrefix = 'former '

/** What the server is told of a chosen province; nothing when none was chosen. */
export function provinceFields(chosen: string): { provinceCode?: string; formerProvinceCode?: string } {
  if (chosen === '') return {}
  return chosen.startsWith(formerPrefix)
    ? { formerProvinceCode: chosen.slice(formerPrefix.length) }
    : { provinceCode: chosen }
}

/** What a batch already says of its province, as the choice shows it. */
export function chosenProvince(batch: { provinceCode: string | null; formerProvinceCode: string | null }): string {
  return batch.formerProvinceCode === null ? (batch.provinceCode ?? '') : `${formerPrefix}${batch.formerProvinceCode}`
}
