-- Lists that people want to see again: the query of their address, by a name of their own.

create table saved_view (
    user_id varchar(255)  not null,
    name    varchar(60)   not null,
    query   varchar(2000) not null,
    primary key (user_id, name)
);
