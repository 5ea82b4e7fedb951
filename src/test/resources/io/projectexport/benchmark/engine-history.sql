-- Gives every project the engine's history of the one that really got to Xero, or of the one that really waits; but for what ended so long
-- ago that the engine's clean-up would take it away meanwhile.

create table model_of_history as
select waits.proc_inst_id_ as id, true as waits from act_ru_task waits
where waits.proc_inst_id_ in (select id_ from act_hi_procinst where end_time_ is null)
limit 1;

insert into model_of_history
select synced.id_, false from act_hi_procinst synced where synced.end_act_id_ is not null order by synced.start_time_ limit 1;

create table project_of_history as
select project.id::text as id, project.project_number, project.submitted_at::timestamp as begun, model.id as copied_id,
    coalesce(project.decided_at, project.submitted_at)::timestamp as ended, model.waits
from project_export project join model_of_history model on model.waits = (project.decided_at is null and project.status <> 'WITHDRAWN')
where not exists (select from act_hi_procinst known where known.id_ = project.id::text)
  and (model.waits or coalesce(project.decided_at, project.submitted_at)
      > now() - (select max(history_ttl_) from act_re_procdef where key_ = 'project-export') * interval '1 day' + interval '1 day');

insert into act_hi_procinst
select (jsonb_populate_record(model, jsonb_build_object(
    'id_', project.id,
    'proc_inst_id_', project.id,
    'root_proc_inst_id_', project.id,
    'start_time_', project.begun,
    'end_time_', case when not project.waits then project.ended end))).*
from project_of_history project join act_hi_procinst model on model.id_ = project.copied_id;

insert into act_hi_actinst
select (jsonb_populate_record(model, jsonb_build_object(
    'id_', md5(model.id_ || project.id),
    'parent_act_inst_id_', project.id,
    'proc_inst_id_', project.id,
    'root_proc_inst_id_', project.id,
    'execution_id_', case when model.execution_id_ = model.proc_inst_id_ then project.id else md5(model.execution_id_ || project.id) end,
    'task_id_', case when model.task_id_ is not null then md5(model.task_id_ || project.id) end,
    'start_time_', project.begun,
    'end_time_', case when model.end_time_ is not null then project.ended end))).*
from project_of_history project join act_hi_actinst model on model.proc_inst_id_ = project.copied_id;

drop table project_of_history, model_of_history;
