-- Mails that are still to be sent, of whatever kind; before, only those of the conversation were kept.

create table mail_outbox (
    notice_id  varchar(500)                not null primary key,
    kind       varchar(20)                 not null,
    -- null unless it is about one project
    export_id  uuid,
    -- null where nobody wrote it
    written_by varchar(255),
    content    text                        not null,
    recipient  varchar(1000)               not null,
    tries      integer                     not null,
    -- whoever sends it moves this on, so that it is tried again when the node dies meanwhile
    due_at     timestamp(6) with time zone not null
);
insert into mail_outbox (notice_id, kind, export_id, written_by, content, recipient, tries, due_at)
select notice_id, kind, export_id, written_by, remark, recipient, tries, due_at from remark_mail;
drop table remark_mail;
create index mail_outbox_by_time on mail_outbox (due_at);

-- Projects that came in and of which nobody was told yet; empty while nobody wants to be told at once.

create table new_submission (
    export_id  uuid                        not null primary key,
    arrived_at timestamp(6) with time zone not null
);

-- Usual reasons of rejections, as administrators keep them on a page: one row, whose version tells two of them apart.

create table standard_reasons (
    id      integer not null primary key,
    version integer not null,
    reasons text    not null -- JSON; empty for those of the setting
);
insert into standard_reasons (id, version, reasons) values (1, 0, '[]');
