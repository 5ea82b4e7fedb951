package io.projectexport.persistence;

import java.util.List;
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
                        "project_history",
                        "project_export",
                        "export_attempt",
                        "sent_notice",
                        "summary_claim",
                        "mail_choice",
                        "substitution",
                        "xero_place",
                        "xero_bucket",
                        "xero_call",
                        "xero_organisation")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }
}
