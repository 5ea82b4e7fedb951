package io.projectexport.process.job;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Command interceptor that gives a new job to this node's own threads where some are idle: stored as locked by this node, it runs as soon as
 * it is committed, and nobody has to look for it. Where all are busy it waits like any other job, and acquisition is told. A job whose node
 * dies in between is free again when its lock ends, as one that was acquired.
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
        List<MessageEntity> created = created(context.getDbEntityManager().getDbEntityCache());
        List<MessageEntity> waiting =
                created.stream().filter(job -> job.getLockOwner() == null).toList();
        if (waiting.isEmpty()) {
            return;
        }
        int handedOver = created.size() - waiting.size();
        boolean isRunningAJob = Context.getJobExecutorContext() != null;
        // several that one step creates keep the order in which they are acquired
        if (waiting.size() == 1 && !isRunningAJob && handedOver < executor.idleThreads()) {
            handOver(waiting.get(0), executor, context);
        } else {
            context.getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, committed -> executor.jobWasAdded());
        }
    }

    private static List<MessageEntity> created(DbEntityCache cache) {
        return cache.getCachedEntities().stream()
                .filter(cached -> cached.getEntityState() == DbEntityState.TRANSIENT)
                .map(CachedDbEntity::getEntity)
                .filter(MessageEntity.class::isInstance)
                .map(MessageEntity.class::cast)
                .filter(job -> job.getDuedate() == null && !job.isSuspended())
                .toList();
    }

    private static void handOver(MessageEntity job, BulkheadJobExecutor executor, CommandContext context) {
        job.setLockOwner(executor.getLockOwner());
        job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + executor.getLockTimeInMillis()));
        String id = job.getId();
        context.getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> executor.runNow(id));
    }
}
