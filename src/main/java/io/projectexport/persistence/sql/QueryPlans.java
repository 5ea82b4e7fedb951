package io.projectexport.persistence.sql;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL plan the reading of many rows for people who wait.
 *
 * <p>On its own it soon plans a statement once for whatever is searched for, be it in all projects or in none; and it starts processes that
 * help with a query, which takes longer than the query does when others want the processors, too. It also expects a disk
 * that turns, and would rather read the whole table than an index.
 */
@Component
public class QueryPlans {

    private static final String FOR_THIS_TRANSACTION =
            "select set_config('plan_cache_mode', 'force_custom_plan', true),"
                    + " set_config('max_parallel_workers_per_gather', '0', true), set_config('random_page_cost', '1.1', true)";

    private final JdbcClient jdbc;
    private final boolean settable;

    public QueryPlans(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.settable = PostgreSql.is(database);
    }

    /** Plans what follows in this transaction by its values, without helpers, and for a database in memory or on a solid-state disk. */
    public void planEachQuery() {
        if (settable) {
            jdbc.sql(FOR_THIS_TRANSACTION).query().singleRow();
        }
    }
}
