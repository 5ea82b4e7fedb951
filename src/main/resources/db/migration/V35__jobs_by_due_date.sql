-- The engine asks for due jobs many times a second. Where reviews are escalated, each project that waits for a decision has a timer, and all
-- of them would be read each time.
create index engine_job_by_due_date on ACT_RU_JOB (DUEDATE_);
