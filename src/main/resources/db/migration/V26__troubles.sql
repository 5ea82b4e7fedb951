-- That Xero refuses calls because of the connection, and why; no row while calls work.

create table connection_break (
    organisation varchar(255) primary key,
    -- BROKEN, or RECOVERING once a call has worked again, until what failed meanwhile was retried
    phase varchar(20) not null,
    why text not null,
    since timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    -- when a node last asked Xero by itself, and last began to tell the administrators
    looked_at timestamp(6) with time zone,
    telling_at timestamp(6) with time zone,
    told boolean not null
);

-- Notices that the mail server did not take; given up once nobody tries them any more. What went out all the same has no row.

create table undelivered_mail (
    notice_id varchar(500) primary key,
    export_id uuid not null,
    about varchar(100) not null,
    recipient varchar(1000) not null,
    why text not null,
    failed_at timestamp(6) with time zone not null,
    given_up boolean not null
);
create index undelivered_mail_by_export on undelivered_mail (export_id);
