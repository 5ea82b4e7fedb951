-- What an attempt has to remember so that no run, on whichever node, creates a second job.

alter table export_attempt add column attempt_number integer;
update export_attempt
set attempt_number = (
    select count(*) from export_attempt earlier
    where earlier.export_id = export_attempt.export_id and earlier.id <= export_attempt.id
);
alter table export_attempt alter column attempt_number set not null;
-- of two runs that begin the same attempt, one wins
alter table export_attempt add constraint export_attempt_number unique (export_id, attempt_number);
-- counts the changes, so that of two runs that change an attempt, one wins
alter table export_attempt add column version integer default 1 not null;

alter table export_attempt alter column last_call_at drop not null;
alter table export_attempt add column calls integer default 1 not null;
alter table export_attempt add column call_ended_at timestamp(6) with time zone;
alter table export_attempt add column problem text;

alter table export_attempt drop column looks;
alter table export_attempt add column absent_since timestamp(6) with time zone;
-- JSON: jobs of the name between which a person has to choose, and the ids of those that are not the project's
alter table export_attempt add column found_jobs text default '[]' not null;
alter table export_attempt add column strangers text default '[]' not null;

drop index export_attempt_by_export;
