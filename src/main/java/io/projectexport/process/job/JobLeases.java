package io.projectexport.process.job;

import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outage.OutageReports.Work;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The locks of this node's jobs as leases: short, so that the jobs of a node that was killed go on soon, and renewed for as long as a job runs
 * or waits for its turn here. A job that runs twice all the same, because its node was halted for longer, is safe by its own records.
 *
 * <p>They are renewed beside the engine, because it would count that as a change of the job, and its run would end with a collision; and by a
 * thread of their own, because no other work may hold them up.
 */
final class JobLeases {

    private static final Logger log = LoggerFactory.getLogger(JobLeases.class);

    /** So often within the time of a lock that a few may go wrong. */
    private static final int RENEWALS = 4;

    private static final String RENEW =
            "update act_ru_job set lock_exp_time_ = :until where lock_owner_ = :owner and id_ in (:ids)";
    private static final String END = "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null"
            + " where lock_owner_ = :owner and id_ = :id and lock_exp_time_ <= :latest";

    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /** With the latest end that the lock of that run can have: a later one is that of a run which this node has begun since. */
    private final Map<String, Timestamp> abandoned = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;
    private final OutageReports outages;
    private final String owner;
    private final Duration lock;
    private volatile ScheduledExecutorService thread;

    JobLeases(JdbcClient jdbc, OutageReports outages, String owner, Duration lock) {
        this.jdbc = jdbc;
        this.outages = outages;
        this.owner = owner;
        this.lock = lock;
    }

    synchronized void begin() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread renewing = new Thread(task, "job-leases");
                renewing.setDaemon(true);
                return renewing;
            });
            long every = lock.toMillis() / RENEWALS;
            thread.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void end() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    /** The jobs are here, to run now or in their turn. */
    void take(List<String> jobIds) {
        abandoned.keySet().removeAll(jobIds);
        held.addAll(jobIds);
    }

    /** The job has run, and what became of it is stored. */
    void giveBack(String jobId) {
        held.remove(jobId);
    }

    /** The job has ended with nothing stored; it is free for any node as soon as the database answers. */
    void abandon(String jobId) {
        held.remove(jobId);
        abandoned.put(jobId, lockFromNow());
    }

    private void renew() {
        try {
            renewHeld();
            endAbandoned();
        } catch (RuntimeException failure) {
            // what was under way when the node stopped
            boolean hasEnded = thread == null;
            if (!hasEnded && !outages.counts(failure, Work.BACKGROUND)) {
                log.warn("The locks of jobs could not be renewed, which is tried again", failure);
            }
        }
    }

    private void renewHeld() {
        Timestamp until = lockFromNow();
        List<String> ids = List.copyOf(held);
        if (!ids.isEmpty()) {
            jdbc.sql(RENEW)
                    .param("until", until)
                    .param("owner", owner)
                    .param("ids", ids)
                    .update();
        }
    }

    private void endAbandoned() {
        abandoned.forEach((id, latest) -> {
            jdbc.sql(END)
                    .param("owner", owner)
                    .param("id", id)
                    .param("latest", latest)
                    .update();
            abandoned.remove(id, latest);
        });
    }

    private Timestamp lockFromNow() {
        return new Timestamp(ClockUtil.getCurrentTime().getTime() + lock.toMillis());
    }
}
