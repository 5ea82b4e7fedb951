package io.projectexport.persistence.organisation;

import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lock on what all nodes count together for a Xero organisation, so that they change it one after the other; each change commits at once.
 */
@Component
class OrganisationLock {

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;
    private final RateLimits limits;
    private final TransactionTemplate ownTransaction;

    OrganisationLock(
            JdbcClient jdbc,
            FirstWriteWins firstWriteWins,
            RateLimits limits,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
        this.limits = limits;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void run(Runnable change) {
        get(() -> {
            change.run();
            return true;
        });
    }

    <T> T get(Supplier<T> change) {
        return ownTransaction.execute(transaction -> {
            lock();
            return change.get();
        });
    }

    private void lock() {
        if (!isLocked()) {
            firstWriteWins.insert(() -> jdbc.sql("insert into xero_organisation (id) values (?)")
                    .param(limits.organisation())
                    .update());
            isLocked();
        }
    }

    private boolean isLocked() {
        return jdbc.sql("select id from xero_organisation where id = ? for update")
                .param(limits.organisation())
                .query(String.class)
                .optional()
                .isPresent();
    }
}
