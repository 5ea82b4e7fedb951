package io.projectexport.persistence.organisation;

import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places of those that wait, in {@code xero_place}; to be changed while {@link OrganisationLock} is held. */
@Component
class CallPlaces {

    private static final String UPDATE =
            "update xero_place set place_at = :place, given_at = :now where export_id = :exportId";
    private static final String INSERT = """
            insert into xero_place (export_id, organisation, place_at, given_at)
            values (:exportId, :organisation, :place, :now)
            """;
    private static final String MOVE = """
            update xero_place set place_at = place_at + cast(:seconds as double precision) * interval '1' second
            where organisation = :organisation and place_at >= :since
            """;

    private final JdbcClient jdbc;
    private final RateLimits limits;

    CallPlaces(JdbcClient jdbc, RateLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    void store(UUID exportId, Instant now, Duration wait) {
        if (write(UPDATE, exportId, now, wait) == 0) {
            write(INSERT, exportId, now, wait);
        }
    }

    private int write(String statement, UUID exportId, Instant now, Duration wait) {
        return jdbc.sql(statement)
                .param("exportId", exportId)
                .param("organisation", limits.organisation())
                .param("place", SqlValues.timestamp(now.plus(wait)))
                .param("now", SqlValues.timestamp(now))
                .update();
    }

    void remove(UUID exportId) {
        jdbc.sql("delete from xero_place where export_id = ?").param(exportId).update();
    }

    /** Those whose turn comes then or later. */
    void move(Instant since, Duration by) {
        jdbc.sql(MOVE)
                .param("seconds", SqlValues.seconds(by))
                .param("organisation", limits.organisation())
                .param("since", SqlValues.timestamp(since))
                .update();
    }
}
