-- Files that people submitted, worked off row by row; deleted some days after, while the projects stay.

create table upload (
    id           uuid                        not null primary key,
    owner        varchar(255)                not null,
    -- of the button that was pressed, so that a second press finds the first one's upload
    token        varchar(100)                not null,
    submitted_at timestamp(6) with time zone not null,
    total        integer                     not null,

    constraint upload_token unique (owner, token)
);
create index upload_by_submission on upload (submitted_at);

create table upload_row (
    upload_id    uuid        not null references upload (id),
    -- as the spreadsheet shows it
    sheet_row    integer     not null,
    label        text        not null,
    field_values text        not null, -- JSON
    -- the project export to resubmit; null for a new project
    corrects     uuid,
    state        varchar(20) not null,
    tries        integer     not null,
    export_id    uuid,
    messages     text        not null, -- JSON
    -- when it was tried last; null until then
    recorded_at  timestamp(6) with time zone,
    primary key (upload_id, sheet_row)
);
create index upload_row_by_state on upload_row (state, upload_id, sheet_row);
