import { type Logger, pino } from 'pino'

export type Log = Logger

/** One structured log a process. Headers, bodies and addresses are never handed to it, so personal data has no way in. */
export function createLog(level: string, mode: string): Log {
  return pino({
    level,
    base: { mode },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.authorization', 'req.headers'], remove: true },
  })
}

/** A log for tests and commands that say what they do in another way. */
export const silentLog: Log = pino({ level: 'silent' })
