-- Gives every project that waits for a decision the engine's rows of the one that was really submitted.

insert into act_ru_execution
select (jsonb_populate_record(model, jsonb_build_object(
    'id_', case when model.id_ = model.proc_inst_id_ then project.id::text else md5(model.id_ || project.id) end,
    'parent_id_', case when model.parent_id_ is not null then project.id::text end,
    'proc_inst_id_', project.id,
    'root_proc_inst_id_', project.id))).*
from act_ru_execution model, project_export project
where status = 'READY_TO_EXPORT' and model.proc_inst_id_ <> project.id::text;

insert into act_ru_task
select (jsonb_populate_record(model, jsonb_build_object(
    'id_', md5(model.id_ || project.id),
    'execution_id_', case when model.execution_id_ = model.proc_inst_id_ then project.id::text else md5(model.execution_id_ || project.id) end,
    'proc_inst_id_', project.id))).*
from act_ru_task model, project_export project
where status = 'READY_TO_EXPORT' and model.proc_inst_id_ <> project.id::text;

insert into act_ru_identitylink
select (jsonb_populate_record(model, jsonb_build_object(
    'id_', md5(model.id_ || project.id),
    'task_id_', md5(model.task_id_ || project.id)))).*
from act_ru_identitylink model join act_ru_task real on real.id_ = model.task_id_, project_export project
where status = 'READY_TO_EXPORT' and real.proc_inst_id_ <> project.id::text;

insert into act_ru_variable
select (jsonb_populate_record(model, jsonb_build_object(
    'id_', md5(model.id_ || project.id),
    'execution_id_', case when model.execution_id_ = model.proc_inst_id_ then project.id::text else md5(model.execution_id_ || project.id) end,
    'task_id_', case when model.task_id_ is not null then md5(model.task_id_ || project.id) end,
    'var_scope_', case
        when model.var_scope_ = model.proc_inst_id_ then project.id::text
        else md5(model.var_scope_ || project.id) end,
    'proc_inst_id_', project.id))).*
from act_ru_variable model, project_export project
where status = 'READY_TO_EXPORT' and model.proc_inst_id_ <> project.id::text;

insert into act_ru_event_subscr
select (jsonb_populate_record(model, jsonb_build_object(
    'id_', md5(model.id_ || project.id),
    'execution_id_', case when model.execution_id_ = model.proc_inst_id_ then project.id::text else md5(model.execution_id_ || project.id) end,
    'proc_inst_id_', project.id))).*
from act_ru_event_subscr model, project_export project
where status = 'READY_TO_EXPORT' and model.proc_inst_id_ <> project.id::text;

-- timers, none of which is due while something is measured
insert into act_ru_job
select (jsonb_populate_record(model, jsonb_build_object(
    'id_', md5(model.id_ || project.id),
    'execution_id_', case when model.execution_id_ = model.process_instance_id_ then project.id::text else md5(model.execution_id_ || project.id) end,
    'process_instance_id_', project.id,
    'root_proc_inst_id_', project.id,
    'duedate_', now() + mod(abs(hashtext(project.id::text)::bigint), 20) * interval '1 day' + interval '1 day'))).*
from act_ru_job model, project_export project
where status = 'READY_TO_EXPORT' and model.process_instance_id_ <> project.id::text and model.duedate_ is not null;
