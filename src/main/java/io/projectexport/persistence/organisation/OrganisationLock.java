package io.projectexport.persistence.organisation;

import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.RelaxedCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lock on what all nodes count together for a Xero organisation, so that they change it one after the other; each change commits at once.
 * The statement that locks the row reads what most changes need.
 */
@Component
class OrganisationLock {

    private static final String READ = """
            select paused_until, paused_for, paused_at, bucket, bucket_at, {now} as at, {relaxed} as relaxed,
                   exists (select 1 from connection_break where organisation = :organisation) as is_broken,
                   (select place_at from xero_place where export_id = cast(:exportId as uuid)) as place_at,
                   (select given_at from xero_place where export_id = cast(:exportId as uuid)) as given_at
            from xero_organisation where id = :organisation
            """;

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;
    private final RateLimits limits;
    private final DatabaseTime time;
    private final RelaxedCommit relaxed;
    private final TransactionTemplate ownTransaction;
    private volatile boolean isBroken = true;

    OrganisationLock(
            JdbcClient jdbc,
            FirstWriteWins firstWriteWins,
            RateLimits limits,
            DatabaseTime time,
            RelaxedCommit relaxed,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
        this.limits = limits;
        this.time = time;
        this.relaxed = relaxed;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    <T> T get(Function<OrganisationState, T> change) {
        return get(null, change);
    }

    /** With the place of this export. */
    <T> T get(UUID exportId, Function<OrganisationState, T> change) {
        return ownTransaction.execute(transaction -> change.apply(lock(relaxed.column(READ), exportId)));
    }

    /** Locks it until the caller's transaction ends, which is on disk then. */
    OrganisationState hold() {
        return lock(RelaxedCommit.strict(READ), null);
    }

    /** Whether the connection was broken when this node last read the organisation, as each turn and permit does. */
    boolean wasBroken() {
        return isBroken;
    }

    void noteBroken(boolean now) {
        isBroken = now;
    }

    /** As it is at this moment; others may change it in the next one. */
    Optional<OrganisationState> peek() {
        return read(RelaxedCommit.strict(READ), null);
    }

    private OrganisationState lock(String statement, UUID exportId) {
        String locking = statement + " for update";
        return read(locking, exportId).orElseGet(() -> {
            firstWriteWins.insert(() -> jdbc.sql("insert into xero_organisation (id) values (?)")
                    .param(limits.organisation())
                    .update());
            return read(locking, exportId).orElseThrow();
        });
    }

    private Optional<OrganisationState> read(String statement, UUID exportId) {
        return jdbc.sql(time.in(statement))
                .param("exportId", exportId)
                .param("organisation", limits.organisation())
                .query((row, number) -> state(row))
                .optional();
    }

    private OrganisationState state(ResultSet row) throws SQLException {
        noteBroken(row.getBoolean("is_broken"));
        return OrganisationState.of(row);
    }
}
