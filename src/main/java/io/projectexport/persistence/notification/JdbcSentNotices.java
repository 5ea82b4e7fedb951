package io.projectexport.persistence.notification;

import io.projectexport.export.notification.SentNotices;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link SentNotices}, in the table {@code sent_notice}. */
@Repository
class JdbcSentNotices implements SentNotices {

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;
    private final Clock clock;

    JdbcSentNotices(JdbcClient jdbc, FirstWriteWins firstWriteWins, Clock clock) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean contains(String noticeId) {
        return jdbc.sql("select count(*) > 0 from sent_notice where id = ?")
                .param(noticeId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(String noticeId) {
        claim(noticeId);
    }

    @Override
    public boolean claim(String noticeId) {
        return firstWriteWins.insert(() -> jdbc.sql("insert into sent_notice (id, sent_at) values (?, ?)")
                .params(noticeId, SqlValues.timestamp(clock.instant()))
                .update());
    }
}
