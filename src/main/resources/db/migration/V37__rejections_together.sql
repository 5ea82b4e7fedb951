-- Whom a rejection is to be told, so that those that come together for one person are one mail; deleted soon after it was told.

create table rejection_notice (
    notice_id     varchar(500)                not null primary key,
    recipient     varchar(1000)               not null,
    -- the same however the address is spelled
    recipient_key varchar(1000)               not null,
    arrived_at    timestamp(6) with time zone not null,
    -- null until its job decides; ALONE: that job sends it; TOGETHER: it is left to the mail about several
    told          varchar(10)
);
create index rejection_notice_by_recipient on rejection_notice (recipient_key, arrived_at);
create index rejection_notice_by_time on rejection_notice (arrived_at);
