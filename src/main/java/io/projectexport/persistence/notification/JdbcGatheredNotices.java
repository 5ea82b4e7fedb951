package io.projectexport.persistence.notification;

import io.projectexport.export.gathering.GatheredNotices;
import io.projectexport.export.text.EmailAddress;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link GatheredNotices}, in the table {@code rejection_notice}. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcGatheredNotices implements GatheredNotices {

    private static final String ADD = """
            insert into rejection_notice (notice_id, recipient, recipient_key, arrived_at)
            select cast(:id as varchar), cast(:recipient as varchar), cast(:key as varchar), {now}
            where not exists (select 1 from rejection_notice where notice_id = :id)
            """;

    private static final String SEND_ALONE = """
            update rejection_notice mine set told = 'ALONE'
            where mine.notice_id = :id and mine.told is null and not exists (
                select 1 from rejection_notice other
                where other.recipient_key = mine.recipient_key and other.notice_id <> mine.notice_id
                  and other.arrived_at > mine.arrived_at - interval '1' minute)
            """;
    private static final String LEAVE =
            "update rejection_notice set told = 'TOGETHER' where notice_id = :id and told is null";

    /** While the job of one that came has not decided yet, more is expected. */
    private static final String IS_TIME = """
            select recipient_key from rejection_notice
            where told = 'TOGETHER' or told is null
            group by recipient_key
            having count(told) > 0 and (
                count(told) = count(*) and max(arrived_at) <= {now} - cast(:quiet as double precision) * interval '1' second
                or min(case when told is not null then arrived_at end)
                    <= {now} - cast(:longest as double precision) * interval '1' second)
            """;

    private static final String CLAIM = """
            select notice_id, recipient from rejection_notice where recipient_key = :key and told = 'TOGETHER'
            order by arrived_at, notice_id for update skip locked
            """;
    private static final String DELETE = "delete from rejection_notice where notice_id = :id";

    /** One that is not there is sent alone, so that none of these is missed. */
    private static final String FORGET = """
            delete from rejection_notice
            where arrived_at < {now} - interval '1' hour and (told = 'ALONE' or told is null)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final DatabaseTime time;
    private final FirstWriteWins ownTransaction;

    JdbcGatheredNotices(
            JdbcClient jdbc, NamedParameterJdbcTemplate batches, DatabaseTime time, FirstWriteWins ownTransaction) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.time = time;
        this.ownTransaction = ownTransaction;
    }

    @Override
    public void add(String noticeId, String recipient) {
        jdbc.sql(time.in(ADD))
                .param("id", noticeId)
                .param("recipient", recipient)
                .param("key", EmailAddress.key(recipient))
                .update();
    }

    @Override
    public boolean leave(String noticeId) {
        boolean isAlone = ownTransaction.update(
                () -> jdbc.sql(SEND_ALONE).param("id", noticeId).update());
        return !isAlone && jdbc.sql(LEAVE).param("id", noticeId).update() == 1;
    }

    @Override
    public List<Together> take(Duration quiet, Duration longest) {
        jdbc.sql(time.in(FORGET)).update();
        return jdbc
                .sql(time.in(IS_TIME))
                .param("quiet", SqlValues.seconds(quiet))
                .param("longest", SqlValues.seconds(longest))
                .query(String.class)
                .list()
                .stream()
                .map(this::taken)
                .filter(together -> !together.noticeIds().isEmpty())
                .toList();
    }

    private Together taken(String key) {
        List<Left> left = jdbc.sql(CLAIM).param("key", key).query(Left.class).list();
        batches.batchUpdate(
                DELETE,
                SqlParameterSourceUtils.createBatch(
                        left.stream().map(one -> Map.of("id", one.noticeId())).toList()));
        return new Together(
                left.isEmpty() ? key : left.get(0).recipient(),
                left.stream().map(Left::noticeId).toList());
    }

    private record Left(String noticeId, String recipient) {}
}
