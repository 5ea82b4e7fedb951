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
