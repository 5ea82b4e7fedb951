package io.projectexport.process.schedule;

import io.projectexport.export.project.HistoryStep;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Timers of waiting reviews, from the engine's tables: however many there are, some at a time. */
@Repository
class EscalationTimerRows {

    private static final int AT_A_TIME = 500;

    private static final String AFTER =
            "select id_ from act_ru_job where job_def_id_ in (:definitions) and id_ > :last order by id_ limit :limit";

    private static final String WITHOUT = """
            select count(*) from act_ru_task task
            where task.task_def_key_ = :review
              and not exists (select 1 from act_ru_job job
                              where job.process_instance_id_ = task.proc_inst_id_ and job.job_def_id_ in (:definitions))
              and not exists (select 1 from project_export export
                              join project_history step on step.export_id = export.id and step.round = export.round and step.what = :escalated
                              where cast(export.id as varchar(64)) = task.proc_inst_id_)
            """;

    private final JdbcClient jdbc;

    EscalationTimerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids that follow this one in their order; empty at the end. */
    List<String> after(String last, List<String> definitions) {
        return jdbc.sql(AFTER)
                .param("definitions", definitions)
                .param("last", last)
                .param("limit", AT_A_TIME)
                .query(String.class)
                .list();
    }

    /** How many reviews wait that have no timer and were not escalated. */
    long reviewsWithout(List<String> definitions) {
        return jdbc.sql(WITHOUT)
                .param("definitions", definitions)
                .param("review", ProjectExportProcess.REVIEW_PROJECT)
                .param("escalated", HistoryStep.ESCALATED.label())
                .query(Long.class)
                .single();
    }
}
