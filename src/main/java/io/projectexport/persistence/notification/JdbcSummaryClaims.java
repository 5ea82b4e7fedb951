package io.projectexport.persistence.notification;

import io.projectexport.export.summary.SummaryClaims;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link SummaryClaims}, in the table {@code summary_claim}. */
@Repository
class JdbcSummaryClaims implements SummaryClaims {

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;

    JdbcSummaryClaims(JdbcClient jdbc, FirstWriteWins firstWriteWins) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Set<String> claimed(LocalDate day) {
        return jdbc.sql("select user_id from summary_claim where summary_day = ?")
                .param(day)
                .query(String.class)
                .set();
    }

    @Override
    public boolean claim(String userId, LocalDate day) {
        return firstWriteWins.insert(() -> jdbc.sql("insert into summary_claim (user_id, summary_day) values (?, ?)")
                .params(userId, day)
                .update());
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void release(String userId, LocalDate day) {
        jdbc.sql("delete from summary_claim where user_id = ? and summary_day = ?")
                .params(userId, day)
                .update();
    }
}
