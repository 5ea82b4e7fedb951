package io.projectexport.persistence.people;

import io.projectexport.export.people.PasswordLinks;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.RowOfUser;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link PasswordLinks}, in the table {@code password_link}. */
@Repository
@Transactional
class JdbcPasswordLinks implements PasswordLinks {

    private static final String SELECT =
            "select l.*, coalesce(l.expires_at <= {now}, false) as expired from password_link l where ";
    private static final String REPLACE = """
            update password_link set id = :id, requested_by = :by, requested_at = {now},
                secret_hash = null, sent_to = null, expires_at = null, used_at = null
            where user_id = :userId
            """;
    private static final String INSERT = """
            insert into password_link (user_id, id, requested_by, requested_at) values (:userId, :id, :by, {now})
            """;
    private static final String ISSUE = """
            update password_link set secret_hash = :hash, sent_to = :sentTo,
                expires_at = {now} + cast(:seconds as double precision) * interval '1' second
            where id = :id and used_at is null
            """;
    private static final String USE =
            "update password_link set used_at = {now} where id = :id and used_at is null and expires_at > {now}";

    private final JdbcClient jdbc;
    private final DatabaseTime time;
    private final RowOfUser rows;

    JdbcPasswordLinks(JdbcClient jdbc, DatabaseTime time, RowOfUser rows) {
        this.jdbc = jdbc;
        this.time = time;
        this.rows = rows;
    }

    @Override
    public UUID request(String userId, String by) {
        UUID id = UUID.randomUUID();
        rows.write(userId, () -> write(REPLACE, userId, id, by), () -> write(INSERT, userId, id, by));
        return id;
    }

    private int write(String sql, String userId, UUID id, String by) {
        return jdbc.sql(time.in(sql))
                .param("userId", userId)
                .param("id", id)
                .param("by", by)
                .update();
    }

    @Override
    public boolean issue(UUID id, String secretHash, String sentTo, Duration validFor) {
        return jdbc.sql(time.in(ISSUE))
                        .param("hash", secretHash)
                        .param("sentTo", sentTo)
                        .param("seconds", SqlValues.seconds(validFor))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public Optional<Link> find(UUID id) {
        return jdbc.sql(time.in(SELECT + "l.id = :id"))
                .param("id", id)
                .query(JdbcPasswordLinks::link)
                .optional();
    }

    @Override
    public Optional<Link> of(String userId) {
        return jdbc.sql(time.in(SELECT + "l.user_id = :userId"))
                .param("userId", userId)
                .query(JdbcPasswordLinks::link)
                .optional();
    }

    @Override
    public boolean use(UUID id) {
        return jdbc.sql(time.in(USE)).param("id", id).update() == 1;
    }

    @Override
    public void end(String userId) {
        jdbc.sql("delete from password_link where user_id = :userId")
                .param("userId", userId)
                .update();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                row.getString("user_id"),
                SqlValues.instant(row, "requested_at"),
                row.getString("secret_hash"),
                row.getString("sent_to"),
                SqlValues.instant(row, "expires_at"),
                SqlValues.instant(row, "used_at"),
                row.getBoolean("expired"));
    }
}
