-- Mails about questions and answers that are still to be sent, stored with the history's step; whoever sends one moves its time on, so that
-- it is tried again when the node dies meanwhile.

create table remark_mail (
    notice_id  varchar(500)                not null primary key,
    export_id  uuid                        not null,
    kind       varchar(20)                 not null,
    written_by varchar(255)                not null,
    remark     text                        not null,
    recipient  varchar(1000)               not null,
    tries      integer                     not null,
    due_at     timestamp(6) with time zone not null
);
create index remark_mail_by_time on remark_mail (due_at);
