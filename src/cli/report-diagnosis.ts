import process from 'node:process'
import type { Config } from '../platform/config/config.ts'
import { diagnose, type Finding } from './doctor.ts'

const marks: Record<Finding['level'], string> = { ok: '✓', warning: '!', fault: '✗' }

/** Prints what is right and wrong with the installation; exits non-zero when something stops it from working. */
export async function reportDiagnosis(config: Config): Promise<void> {
  const findings = await diagnose(config)
  for (const { level, what, remedy } of findings)
    console.log(`${marks[level]} ${what}${remedy === undefined ? '' : `\n    → ${remedy}`}`)
  const faults = findings.filter((finding) => finding.level === 'fault').length
  console.log(
    faults === 0
      ? '\nBản cài đặt dùng được. / The installation works.'
      : `\n${faults} lỗi cần xử lý. / ${faults} faults to mend.`,
  )
  if (faults > 0) process.exitCode = 1
}
