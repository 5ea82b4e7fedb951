-- What was found in Xero for projects that wait for a review, and when somebody looked last, so that of all nodes one looks.

create table existing_job (
    export_id    uuid         not null primary key,
    round        integer      not null,
    organisation varchar(255) not null,
    -- JSON: jobs of the project's number; an empty list where there are none
    found_jobs   text         not null
);

create table existing_job_look (
    organisation varchar(255)                not null primary key,
    claimed_at   timestamp(6) with time zone not null
);

-- whose job is this?
create index export_attempt_by_job on export_attempt (xero_job_id);
