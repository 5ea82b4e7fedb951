package io.projectexport.persistence.sql;

import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets a transaction commit without waiting for the disk, where what it writes can be lost in a crash of the database and is found again: the
 * limiter's counts, which only last a minute, and what Xero has answered, which is looked up again by its name. Never for what somebody is
 * told, and never for the record of a call that is about to be made.
 */
@Component
public class RelaxedCommit {

    private final String column;
    private final String condition;

    public RelaxedCommit(DataSource database) {
        boolean isPostgreSql = PostgreSql.is(database);
        column = isPostgreSql ? "set_config('synchronous_commit', 'off', true)" : "''";
        condition = isPostgreSql ? column + " is not null" : "1 = 1";
    }

    /** A query that relaxes the commit of its transaction as it is read, with another column in place of {@code {relaxed}}. */
    public String column(String sql) {
        return sql.replace("{relaxed}", column);
    }

    /** The same query without that, for a transaction that is to be on disk once it is committed. */
    public static String strict(String sql) {
        return sql.replace("{relaxed}", "''");
    }

    /** A write of that kind, whose condition, which always holds, is added to the end. */
    public String write(String update) {
        return update + " and " + condition;
    }
}
