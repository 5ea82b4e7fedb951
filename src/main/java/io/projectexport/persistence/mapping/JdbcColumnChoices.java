package io.projectexport.persistence.mapping;

import io.projectexport.export.mapping.ColumnChoice;
import io.projectexport.export.mapping.ColumnChoices;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.JsonColumn;
import io.projectexport.persistence.sql.SqlValues;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link ColumnChoices}, in the table {@code column_choice}. */
@Repository
@Transactional
class JdbcColumnChoices implements ColumnChoices {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcColumnChoices.class);

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;

    JdbcColumnChoices(JdbcClient jdbc, FirstWriteWins firstWriteWins) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
    }

    @Override
    public Optional<ColumnChoice> of(String userId, String headings) {
        return jdbc
                .sql("select columns, dates, amounts, chosen_at from column_choice where user_id = ? and headings = ?")
                .params(userId, headings)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void save(String userId, String headings, ColumnChoice choice) {
        // the update first: after it, this transaction's own lock would keep the insert waiting for ever
        if (!update(userId, headings, choice) && !insert(userId, headings, choice)) {
            update(userId, headings, choice);
        }
        jdbc.sql("""
                delete from column_choice where user_id = :user and headings not in (
                    select headings from column_choice where user_id = :user order by chosen_at desc, headings limit :most)
                """).param("user", userId).param("most", MOST).update();
    }

    @Override
    public void remove(String userId, String headings) {
        jdbc.sql("delete from column_choice where user_id = ? and headings = ?")
                .params(userId, headings)
                .update();
    }

    private boolean update(String userId, String headings, ColumnChoice changed) {
        return jdbc.sql("""
                        update column_choice set columns = ?, dates = ?, amounts = ?, chosen_at = ?
                        where user_id = ? and headings = ?""")
                        .param(JsonColumn.TEXTS.write(changed.columns()))
                        .param(changed.dates())
                        .param(changed.amounts())
                        .param(SqlValues.timestamp(changed.chosenAt()))
                        .param(userId)
                        .param(headings)
                        .update()
                > 0;
    }

    private boolean insert(String userId, String headings, ColumnChoice added) {
        return firstWriteWins.insert(() -> jdbc.sql("""
                        insert into column_choice (columns, dates, amounts, chosen_at, user_id, headings)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(JsonColumn.TEXTS.write(added.columns()))
                .param(added.dates())
                .param(added.amounts())
                .param(SqlValues.timestamp(added.chosenAt()))
                .param(userId)
                .param(headings)
                .update());
    }

    private static Optional<ColumnChoice> read(ResultSet row) throws SQLException {
        try {
            Map<String, String> columns = JsonColumn.TEXTS.read(row.getString("columns"));
            return Optional.of(new ColumnChoice(
                    columns == null ? Map.of() : columns,
                    row.getString("dates"),
                    row.getString("amounts"),
                    SqlValues.instant(row, "chosen_at")));
        } catch (UncheckedIOException e) {
            LOG.warn("A stored choice of columns cannot be read and is passed over: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
