package io.projectexport.persistence.notification;

import io.projectexport.export.diagnostics.TestMails;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.RowOfUser;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link TestMails}, in the table {@code test_mail}. */
@Repository
class JdbcTestMails implements TestMails {

    private static final int LONGEST_PROBLEM = 1000;

    private static final String ASK_AGAIN =
            "update test_mail set notice_id = :noticeId, asked_at = {now}, ended_at = null, problem = null where user_id = :userId";
    private static final String ASK =
            "insert into test_mail (user_id, notice_id, asked_at) values (:userId, :noticeId, {now})";
    private static final String END =
            "update test_mail set ended_at = {now}, problem = :problem where notice_id = :noticeId";

    private final JdbcClient jdbc;
    private final DatabaseTime time;
    private final RowOfUser rows;

    JdbcTestMails(JdbcClient jdbc, DatabaseTime time, RowOfUser rows) {
        this.jdbc = jdbc;
        this.time = time;
        this.rows = rows;
    }

    @Override
    @Transactional
    public void asked(String userId, String noticeId) {
        rows.write(userId, () -> ask(ASK_AGAIN, userId, noticeId), () -> ask(ASK, userId, noticeId));
    }

    private int ask(String sql, String userId, String noticeId) {
        return jdbc.sql(time.in(sql))
                .param("userId", userId)
                .param("noticeId", noticeId)
                .update();
    }

    @Override
    public void ended(String noticeId, String problem) {
        jdbc.sql(time.in(END))
                .param("problem", shortened(problem))
                .param("noticeId", noticeId)
                .update();
    }

    private static String shortened(String problem) {
        return problem == null || problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
    }

    @Override
    public Optional<TestMail> find(String userId) {
        return jdbc.sql("select * from test_mail where user_id = ?")
                .param(userId)
                .query(JdbcTestMails::mail)
                .optional();
    }

    private static TestMail mail(ResultSet row, int number) throws SQLException {
        return new TestMail(
                row.getString("notice_id"),
                SqlValues.instant(row, "asked_at"),
                SqlValues.instant(row, "ended_at"),
                row.getString("problem"));
    }
}
