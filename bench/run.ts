import { runLoad } from './load.ts'
import { runBenchmarks } from './run-benchmarks.ts'
import { serveReference } from './serve-reference.ts'

// The bundle is started again, in processes of their own, as load generator and as the two reference servers.
const [, , role, wish = '{}'] = process.argv
if (role === '--load') await runLoad(JSON.parse(wish))
else if (role === '--reference') await serveReference(JSON.parse(wish))
else await runBenchmarks({ isQuick: process.argv.includes('--quick') })
