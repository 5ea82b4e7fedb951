-- Who has which project open; a row that is not refreshed for a minute counts for nothing, and goes when somebody opens another project.
-- Without a foreign key: whoever looks must not wait for whoever decides, who holds the row of project_export.

create table project_view (
    export_id uuid                        not null,
    user_id   varchar(255)                not null,
    opened_at timestamp(6) with time zone not null,
    seen_at   timestamp(6) with time zone not null,
    primary key (export_id, user_id)
);
