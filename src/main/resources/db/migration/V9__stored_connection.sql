-- What connects to each accounting organisation, encrypted by the application.

create table stored_connection (
    organisation varchar(100) primary key,
    encrypted text not null
);
