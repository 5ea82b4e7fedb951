-- Decisions about many projects that somebody confirmed at once, worked off row by row; deleted some days after, while the projects and
-- their histories stay.

create table decision_batch (
    id           uuid                        not null primary key,
    owner        varchar(255)                not null,
    -- of the page on which they were confirmed, so that a second press finds the first one's batch
    token        varchar(100)                not null,
    submitted_at timestamp(6) with time zone not null,
    total        integer                     not null,

    constraint decision_batch_token unique (owner, token)
);
create index decision_batch_by_submission on decision_batch (submitted_at);

create table decision_row (
    batch_id    uuid        not null references decision_batch (id),
    -- in the order of the list
    place       integer     not null,
    export_id   uuid        not null,
    -- that was confirmed: what was resubmitted since then is decided by nobody who has not seen it
    round       integer     not null,
    label       text        not null,
    action      varchar(20) not null,
    -- of a rejection
    reason      text,
    state       varchar(20) not null,
    tries       integer     not null,
    messages    text        not null, -- JSON
    -- when it was tried last; null until then
    recorded_at timestamp(6) with time zone,
    primary key (batch_id, place)
);
create index decision_row_by_state on decision_row (state, batch_id, place);
