import { createHash } from 'node:crypto'

const always = [
  // Reached by its socket only, inside a directory that nobody else may enter.
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=100',
  'shared_buffers=128MB',
  'effective_cache_size=1GB',
  'work_mem=16MB',
  'maintenance_work_mem=128MB',
  'random_page_cost=1.1',
  'jit=off',
  'max_parallel_workers_per_gather=0',
  'io_method=sync',
  'timezone=UTC',
  'log_timezone=UTC',
  // Details of a refused row would put names and telephone numbers into the log.
  'log_error_verbosity=terse',
  'log_checkpoints=off',
]

const safe = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']

/** For tests: nothing that a power cut could take matters. */
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_wal_size=4GB',
]

/** Settings for a small machine, ended by a name that changes with any of them: an orphan with other settings is restarted, not adopted. */
export function chooseSettings(fsync: boolean, version: string): { settings: string[]; clusterName: string } {
  const chosen = [...always, ...(fsync ? safe : careless)]
  const mark = createHash('sha256')
    .update(`${version} ${chosen.join(' ')}`)
    .digest('hex')
    .slice(0, 12)
  const clusterName = `ocop-${mark}`
  return { settings: [...chosen, `cluster_name=${clusterName}`], clusterName }
}
