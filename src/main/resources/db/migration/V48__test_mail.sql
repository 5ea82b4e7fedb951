-- What became of the last mail that a person sent to oneself to see whether mails arrive.

create table test_mail (
    user_id   varchar(255)                not null primary key,
    notice_id varchar(255)                not null,
    asked_at  timestamp(6) with time zone not null,
    -- null until a mail server took or refused it
    ended_at  timestamp(6) with time zone,
    problem   varchar(1000)
);
