-- Who stands in for an approver who is away, from the first to the last day.

create table substitution (
    user_id   varchar(255) not null primary key,
    deputy    varchar(255) not null,
    first_day date         not null,
    last_day  date         not null
);
create index substitution_by_last_day on substitution (last_day);
