/** Vietnam's time is seven hours before UTC all year. */
const hoursAhead = 7

/**
 * A cron line of Vietnam's time as the queue counts it, in UTC. Only lines that hold on every day can be moved: an hour of 05 belongs
 * to the day before there, so a line that names days, months or weekdays is refused.
 */
export function toUtcSchedule(line: string): string {
  const [minute = '', hour = '', ...days] = line.trim().split(/\s+/)
  if (hour === '*' || hour.startsWith('*/')) return line
  if (!/^\d{1,2}(,\d{1,2})*$/.test(hour) || days.length !== 3 || days.some((part) => part !== '*'))
    throw new Error(`the schedule "${line}" cannot be moved to UTC`)
  const hours = hour.split(',').map((each) => (Number(each) + 24 - hoursAhead) % 24)
  return [minute, hours.join(','), ...days].join(' ')
}
