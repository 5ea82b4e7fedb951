package io.projectexport.persistence.migration;

import org.springframework.stereotype.Component;

/** Lets pages deep in the list and searches of a letter or two be answered from indexes alone. */
@Component
class V13__wide_indexes extends PostgreSqlMigration {

    V13__wide_indexes() {
        super("wide-indexes.sql");
    }
}
