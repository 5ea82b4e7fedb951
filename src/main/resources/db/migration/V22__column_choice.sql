-- How a person wants files with certain headings to be read: names of fields and headings, never a value of a file.

create table column_choice (
    user_id   varchar(255)                not null,
    headings  varchar(64)                 not null, -- SHA-256 of the headings, whatever their order
    columns   text                        not null, -- JSON: heading by field
    dates     varchar(20),
    amounts   varchar(20),
    chosen_at timestamp(6) with time zone not null,
    primary key (user_id, headings)
);
