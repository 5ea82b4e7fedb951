-- a project keeps its submitter's name, so that neither a write nor a list has to ask for it;
-- null where no user has the login any more, and where a node of an earlier release wrote the row: the login stands for it
alter table project_export add column submitter_name varchar(511);

update project_export set submitter_name = (
    select nullif(trim(concat(trim(coalesce(first_, '')), ' ', trim(coalesce(last_, '')))), '')
    from act_id_user where id_ = submitter)
where submitter in (select id_ from act_id_user);
