package io.projectexport.persistence.migration;

import org.springframework.stereotype.Component;

/** Creates an index for each order of the Jobs page, and for its search. */
@Component
class V3__jobs_page extends PostgreSqlMigration {

    V3__jobs_page() {
        super("jobs-page.sql");
    }
}
