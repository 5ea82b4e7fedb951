package io.projectexport.persistence.pool;

import io.projectexport.export.outage.RequestProgress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Notes that the request of this thread commits something, of which a lost connection may leave the outcome unknown. */
@Component
class CommitListener implements TransactionExecutionListener {

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!transaction.isReadOnly()) {
            RequestProgress.commits();
        }
    }
}
