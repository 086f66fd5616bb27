/** Who made a record newer than the one at hand, for the refusal; the moment in Vietnam's time (UTC+7) as people write it. */
export function staleFacts(row: { version: number; updatedByName: string; updatedAt: Date }) {
  const [day = '', time = ''] = new Date(row.updatedAt.getTime() + 7 * 3600 * 1000).toISOString().split('T')
  const changedAt = `${time.slice(0, 5)} ${day.split('-').reverse().join('/')}`
  return { version: row.version, changedBy: row.updatedByName || 'hệ thống', changedAt }
}
