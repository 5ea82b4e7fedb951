package io.projectexport.persistence.notification;

import io.projectexport.export.profile.Absence;
import io.projectexport.export.profile.Absences;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link Absences}, in the table {@code substitution}. */
@Repository
@Transactional
class JdbcAbsences implements Absences {

    private static final String SELECT = "select user_id, deputy, first_day, last_day from substitution where ";

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;

    JdbcAbsences(JdbcClient jdbc, FirstWriteWins firstWriteWins) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
    }

    @Override
    public Optional<Absence> of(String userId) {
        return jdbc.sql(SELECT + "user_id = ?")
                .param(userId)
                .query(JdbcAbsences::read)
                .optional();
    }

    @Override
    public List<Absence> on(LocalDate day) {
        return jdbc.sql(SELECT + "first_day <= ? and last_day >= ? order by user_id")
                .params(day, day)
                .query(JdbcAbsences::read)
                .list();
    }

    @Override
    public List<Absence> by(String deputy, LocalDate day) {
        return jdbc.sql(SELECT + "deputy = ? and last_day >= ? order by first_day, user_id")
                .params(deputy, day)
                .query(JdbcAbsences::read)
                .list();
    }

    @Override
    public void save(Absence absence) {
        // the update first: after it, this transaction's own lock would keep the insert waiting for ever
        if (!update(absence) && !insert(absence)) {
            update(absence);
        }
    }

    @Override
    public void remove(String userId) {
        jdbc.sql("delete from substitution where user_id = ?").param(userId).update();
    }

    private boolean update(Absence changed) {
        return jdbc.sql("update substitution set deputy = ?, first_day = ?, last_day = ? where user_id = ?")
                        .params(changed.deputy(), changed.from(), changed.until(), changed.userId())
                        .update()
                > 0;
    }

    private boolean insert(Absence added) {
        return firstWriteWins.insert(
                () -> jdbc.sql("insert into substitution (user_id, deputy, first_day, last_day) values (?, ?, ?, ?)")
                        .params(added.userId(), added.deputy(), added.from(), added.until())
                        .update());
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getString("user_id"),
                row.getString("deputy"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
