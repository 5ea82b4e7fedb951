package io.projectexport.persistence.sql;

import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Optimistic writes in a transaction of their own: of several, on whichever nodes, the first wins. The losers' transactions go on, which
 * PostgreSQL forbids after a failed insert.
 */
@Component
public class FirstWriteWins {

    private final TransactionTemplate ownTransaction;

    public FirstWriteWins(PlatformTransactionManager transactions) {
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Inserts and commits; false when a row with the same key is there already. */
    public boolean insert(Runnable insert) {
        try {
            ownTransaction.executeWithoutResult(transaction -> insert.run());
            return true;
        } catch (DuplicateKeyException second) {
            return false;
        }
    }

    /** Makes several changes and commits them together; none of them when it is empty, which a row with the same key makes it, too. */
    public <T> Optional<T> store(Supplier<Optional<T>> changes) {
        try {
            return ownTransaction.execute(transaction -> {
                Optional<T> stored = changes.get();
                if (stored.isEmpty()) {
                    transaction.setRollbackOnly();
                }
                return stored;
            });
        } catch (DuplicateKeyException second) {
            return Optional.empty();
        }
    }

    /** Updates and commits; false when there was no such row any more. */
    public boolean update(IntSupplier update) {
        Integer rows = ownTransaction.execute(transaction -> update.getAsInt());
        return rows != null && rows == 1;
    }
}
