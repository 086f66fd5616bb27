// Loaded before a program that a launcher started: when the launcher is killed (kill -9 lets it say nothing), the program
// stops by itself instead of keeping the port and the database.
import process from 'node:process'

const launcher = process.ppid
const everyMs = 500

const timer = setInterval(() => {
  if (process.ppid === launcher) return
  clearInterval(timer)
  process.kill(process.pid, 'SIGTERM')
}, everyMs)
timer.unref()
