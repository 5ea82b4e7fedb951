-- Links by which people set their password; one for each user, so that the newest ends all before it.

create table password_link (
    user_id      varchar(64)                 not null primary key references ACT_ID_USER (ID_) on delete cascade,
    id           uuid                        not null,
    requested_by varchar(255)                not null,
    requested_at timestamp(6) with time zone not null,
    -- of the secret in the mail, which stands nowhere else; null until the mail goes out
    secret_hash  varchar(64),
    expires_at   timestamp(6) with time zone,
    used_at      timestamp(6) with time zone,

    constraint password_link_id unique (id)
);
