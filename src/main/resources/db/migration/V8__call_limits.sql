-- What all nodes count together, so that they keep within Xero's limits for an organisation.

create table xero_organisation (
    id varchar(255) primary key,
    -- nobody calls before, because Xero asked for it
    paused_until timestamp(6) with time zone,
    paused_for text
);

-- bucket4j's: how many calls are left at this moment
create table xero_bucket (
    id varchar(300) primary key,
    state bytea,
    expires_at bigint
);

-- from when on an export may call; paid for when it was given
create table xero_place (
    export_id uuid primary key,
    organisation varchar(255) not null,
    place_at timestamp(6) with time zone not null
);
create index xero_place_by_time on xero_place (organisation, place_at);

-- a call that runs or has ended; one whose node died ends when a call must have ended at the latest
create table xero_call (
    id uuid primary key,
    organisation varchar(255) not null,
    ends_at timestamp(6) with time zone not null
);
create index xero_call_by_end on xero_call (organisation, ends_at);
