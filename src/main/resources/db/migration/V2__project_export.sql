-- Our tables; kept for good. PostgreSQL and H2 both understand every statement.

create table project_export (
    id              uuid                        not null primary key,
    status          varchar(20)                 not null,

    -- the submission of the current round
    project_number  varchar(50)                 not null,
    project_name    varchar(255)                not null,
    street          varchar(255),
    city            varchar(255),
    state           varchar(255),
    postal_code     varchar(20),
    country         varchar(255),
    client          varchar(255),
    estimate_amount numeric(14, 2),
    deadline        date,
    submitter       varchar(255)                not null,
    creator         varchar(255),
    creator_email   varchar(254),
    round           integer                     not null,
    submitted_at    timestamp(6) with time zone not null,

    -- the decision; all null until there is one
    decided_by      varchar(255),
    decided_at      timestamp(6) with time zone,
    contact_name    varchar(255),
    approved_hash   varchar(64),

    -- the outcome
    xero_job_id     varchar(255),
    xero_job_url    varchar(2000),
    errors          text                        not null, -- JSON
    waiting_until   timestamp(6) with time zone,
    waiting_for     text,

    -- the upper-cased project number; null once withdrawn, because the number is free again
    live_number     varchar(150),
    -- number, name, client and submitter in lower case; letters can become longer by changing case
    search_text     varchar(2500)               not null,

    constraint project_export_live_number unique (live_number)
);

-- each filter of the Jobs page by waiting time, its counts, and everything that is ready
create index project_export_by_status on project_export (status, submitted_at, id);
create index project_export_by_submission on project_export (submitted_at, id);
create index project_export_by_number on project_export (project_number, id);
create index project_export_by_submitter on project_export (submitter, id);
create index project_export_by_creator on project_export (creator);

create table project_history (
    id          bigint generated always as identity primary key,
    export_id   uuid                        not null references project_export (id),
    happened_at timestamp(6) with time zone not null,
    who         varchar(255)                not null,
    what        varchar(255)                not null,
    round       integer                     not null,
    comment     text,
    error       text,
    xero_job_id varchar(255)
);

create index project_history_by_export on project_history (export_id, id);

-- without a foreign key: it is written in a transaction of its own while the caller's may hold the row of project_export
create table export_attempt (
    id              bigint generated always as identity primary key,
    export_id       uuid                        not null,
    idempotency_key varchar(128)                not null,
    payload_hash    varchar(64)                 not null,
    job_name        varchar(500)                not null,
    last_call_at    timestamp(6) with time zone not null,
    state           varchar(20)                 not null,
    looks           integer                     not null,
    xero_job_id     varchar(255),
    xero_job_url    varchar(2000),

    constraint export_attempt_key unique (idempotency_key)
);

create index export_attempt_by_export on export_attempt (export_id, id);

create table sent_notice (
    id      varchar(500)                not null primary key,
    sent_at timestamp(6) with time zone not null
);

create table summary_claim (
    user_id     varchar(255) not null,
    summary_day date         not null,
    primary key (user_id, summary_day)
);
