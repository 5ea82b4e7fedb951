-- projects are found by their submitter's name, too
update project_export set search_text = concat(search_text, ' ', (
    select substring(lower(trim(concat(coalesce(first_, ''), ' ', coalesce(last_, '')))) from 1 for 100)
    from act_id_user where id_ = submitter))
where submitter in (select id_ from act_id_user);
