-- Which database session stands for a worker of jobs. A session ends with its process, also when that is killed: then what the worker had
-- begun is given to others at once, and not after the four hours for which the queue itself waits.
create table platform.job_worker (
  worker_id text primary key,
  session_pid integer not null,
  session_started_at timestamptz not null
);
