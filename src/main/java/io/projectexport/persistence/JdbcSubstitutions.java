package io.projectexport.persistence;

import io.projectexport.export.Substitution;
import io.projectexport.export.Substitutions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Substitutions in {@code substitution}. */
@Repository
@Transactional
class JdbcSubstitutions implements Substitutions {

    private static final String SELECT = "select user_id, deputy, first_day, last_day from substitution where ";

    private final JdbcClient jdbc;
    private final FirstWins firstWins;

    JdbcSubstitutions(JdbcClient jdbc, FirstWins firstWins) {
        this.jdbc = jdbc;
        this.firstWins = firstWins;
    }

    @Override
    public Optional<Substitution> of(String userId) {
        return jdbc.sql(SELECT + "user_id = ?")
                .param(userId)
                .query(JdbcSubstitutions::read)
                .optional();
    }

    @Override
    public List<Substitution> on(LocalDate day) {
        return jdbc.sql(SELECT + "first_day <= ? and last_day >= ? order by user_id")
                .params(day, day)
                .query(JdbcSubstitutions::read)
                .list();
    }

    @Override
    public List<Substitution> by(String deputy, LocalDate day) {
        return jdbc.sql(SELECT + "deputy = ? and last_day >= ? order by first_day, user_id")
                .params(deputy, day)
                .query(JdbcSubstitutions::read)
                .list();
    }

    @Override
    public void save(Substitution substitution) {
        // the update first: after it, this transaction's own lock would keep the insert waiting for ever
        if (!update(substitution) && !insert(substitution)) {
            update(substitution);
        }
    }

    @Override
    public void remove(String userId) {
        jdbc.sql("delete from substitution where user_id = ?").param(userId).update();
    }

    private boolean update(Substitution changed) {
        return jdbc.sql("update substitution set deputy = ?, first_day = ?, last_day = ? where user_id = ?")
                        .params(changed.deputy(), changed.from(), changed.until(), changed.userId())
                        .update()
                > 0;
    }

    private boolean insert(Substitution added) {
        return firstWins.insert(
                () -> jdbc.sql("insert into substitution (user_id, deputy, first_day, last_day) values (?, ?, ?, ?)")
                        .params(added.userId(), added.deputy(), added.from(), added.until())
                        .update());
    }

    private static Substitution read(ResultSet row, int number) throws SQLException {
        return new Substitution(
                row.getString("user_id"),
                row.getString("deputy"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
