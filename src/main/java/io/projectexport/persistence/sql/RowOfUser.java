package io.projectexport.persistence.sql;

import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Write of a table's one row for a user, whether it is there already or not. Of several at the same moment, as by a double click, each finds
 * the row of the one before; a failed insert would end the transaction.
 */
@Component
public class RowOfUser {

    private static final String LOCK = "select ID_ from ACT_ID_USER where ID_ = ? for update";

    private final JdbcClient jdbc;

    public RowOfUser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param update tells the number of rows that it found */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String userId, IntSupplier update, Runnable insert) {
        if (update.getAsInt() > 0) {
            return;
        }
        jdbc.sql(LOCK).param(userId).query(String.class).list();
        if (update.getAsInt() == 0) {
            insert.run();
        }
    }
}
