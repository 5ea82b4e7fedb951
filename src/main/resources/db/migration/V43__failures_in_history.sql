-- Why an export failed, by the name of the reason, kept with the step, so that a rehearsal of another model can tell which error it would
-- have met; null for other steps, and for those of earlier releases.
alter table project_history add column failed_for varchar(20);
