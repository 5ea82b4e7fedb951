package io.projectexport.process.job;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Command interceptor that gives new jobs to this node's own threads where some are idle: stored as locked by this node, they run as soon as
 * they are committed, and nobody has to look for them. Where all are busy they wait like any other job, and acquisition is told. A job whose
 * node dies in between is free again when its lock ends, as one that was acquired.
 */
public final class JobHandOver extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (Context.getProcessEngineConfiguration().getJobExecutor() instanceof BulkheadJobExecutor executor
                && executor.isActive()) {
            handOver(executor, Context.getCommandContext());
        }
        return result;
    }

    private static void handOver(BulkheadJobExecutor executor, CommandContext context) {
        List<MessageEntity> jobs = context.getDbEntityManager().getCachedEntitiesByType(MessageEntity.class).stream()
                .filter(JobHandOver::isNewAndDue)
                .toList();
        if (jobs.isEmpty()) {
            return;
        }
        // those of a running job belong behind it, and several keep the order in which they are acquired
        if (jobs.size() > 1 || Context.getJobExecutorContext() != null || !executor.hasIdleThread()) {
            context.getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, committed -> executor.jobWasAdded());
            return;
        }
        MessageEntity job = jobs.get(0);
        job.setLockOwner(executor.getLockOwner());
        job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + executor.getLockTimeInMillis()));
        String id = job.getId();
        context.getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> executor.runNow(id));
    }

    private static boolean isNewAndDue(MessageEntity job) {
        return job.getRevision() == 0 && job.getLockOwner() == null && job.getDuedate() == null && !job.isSuspended();
    }
}
