-- Moves of running projects to another version of the model, worked off project by project; deleted some days after, while the history of
-- each project keeps its move.

create table model_move (
    id           uuid                        not null primary key,
    owner        varchar(255)                not null,
    -- of the page on which it was confirmed, so that a second press finds the first one's move
    token        varchar(100)                not null,
    submitted_at timestamp(6) with time zone not null,
    total        integer                     not null,

    constraint model_move_token unique (owner, token)
);
create index model_move_by_submission on model_move (submitted_at);

create table model_move_row (
    move_id       uuid         not null references model_move (id),
    place         integer      not null,
    export_id     uuid         not null,
    label         text         not null,
    -- the version that it goes to
    definition_id varchar(255) not null,
    state         varchar(20)  not null,
    tries         integer      not null,
    messages      text         not null, -- JSON
    -- when it was tried last; null until then
    recorded_at   timestamp(6) with time zone,
    primary key (move_id, place)
);
create index model_move_row_by_state on model_move_row (state, move_id, place);
