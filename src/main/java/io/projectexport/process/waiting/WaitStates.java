package io.projectexport.process.waiting;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an instance waits for, from the engine's tables in one statement. */
@Repository
class WaitStates {

    /** The engine's mark of what goes on. */
    private static final int ACTIVE = 1;

    private static final String OF = """
            select 'INSTANCE' as kind, instance.proc_def_id_ as element, null as name, instance.suspension_state_ as state,
                   null as group_id, null as group_name, null as user_id, 1 as retries
            from act_ru_execution instance where instance.id_ = :id
            union all
            select 'TASK', task.task_def_key_, task.name_, task.suspension_state_, candidate.group_id_, known.name_, candidate.user_id_, 1
            from act_ru_task task
            left join act_ru_identitylink candidate on candidate.task_id_ = task.id_ and candidate.type_ = 'candidate'
            left join act_id_group known on known.id_ = candidate.group_id_
            where task.proc_inst_id_ = :id
            union all
            select 'EVENT', event.activity_id_, event.event_name_, 1, null, null, null, 1
            from act_ru_event_subscr event where event.proc_inst_id_ = :id
            union all
            select 'JOB', definition.act_id_, null, 1, null, null, null, job.retries_
            from act_ru_job job join act_ru_jobdef definition on definition.id_ = job.job_def_id_
            where job.process_instance_id_ = :id
            """;

    private final JdbcClient jdbc;

    WaitStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The instance itself among them; empty when there is none. */
    List<WaitState> of(UUID exportId) {
        return jdbc.sql(OF)
                .param("id", exportId.toString())
                .query((row, number) -> new WaitState(
                        WaitState.Kind.valueOf(row.getString("kind")),
                        row.getString("element"),
                        row.getString("name"),
                        row.getInt("state") != ACTIVE,
                        row.getString("group_id"),
                        row.getString("group_name"),
                        row.getString("user_id"),
                        row.getInt("retries") == 0))
                .list();
    }
}
