package io.projectexport.persistence;

import io.projectexport.persistence.sql.SqlValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What every repository promises is tried on empty tables. */
public abstract class RepositoryContract {

    @Autowired
    public JdbcClient jdbc;

    @Autowired
    public TransactionTemplate transaction;

    @BeforeEach
    void empty_tables() {
        List.of(
                        "decision_row",
                        "decision_batch",
                        "upload_row",
                        "upload",
                        "project_view",
                        "audit_entry",
                        "project_history",
                        "project_export",
                        "export_attempt",
                        "existing_job",
                        "existing_job_look",
                        "sent_notice",
                        "mail_outbox",
                        "password_link",
                        "new_submission",
                        "rejection_notice",
                        "summary_claim",
                        "mail_choice",
                        "substitution",
                        "column_choice",
                        "xero_place",
                        "xero_bucket",
                        "xero_call",
                        "xero_organisation")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    /** Lets time pass for what nodes count together, since a test cannot move the database's clock. */
    public void pass(Duration time) {
        Map.of(
                        "existing_job_look", List.of("claimed_at"),
                        "mail_outbox", List.of("due_at"),
                        "password_link", List.of("expires_at"),
                        "new_submission", List.of("arrived_at"),
                        "rejection_notice", List.of("arrived_at"),
                        "project_view", List.of("opened_at", "seen_at"),
                        "xero_place", List.of("place_at", "given_at"),
                        "xero_call", List.of("ends_at"),
                        "xero_organisation", List.of("paused_until", "paused_at"))
                .forEach((table, columns) -> columns.forEach(column -> jdbc.sql(
                                "update %1$s set %2$s = %2$s - cast(? as double precision) * interval '1' second"
                                        .formatted(table, column))
                        .param(SqlValues.seconds(time))
                        .update()));
    }
}
