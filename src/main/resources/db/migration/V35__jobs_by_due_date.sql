-- The engine asks for due jobs many times a second, and would read the timer of every project that waits for a decision each time.
create index engine_job_by_due_date on ACT_RU_JOB (DUEDATE_);
