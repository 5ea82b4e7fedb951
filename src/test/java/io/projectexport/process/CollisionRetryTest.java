package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.Test;

class CollisionRetryTest {

    private static final RuntimeException PARENT_ENDED = new ProcessEngineException(
            "ENGINE-03077 Cannot resolve parent with id '1' of execution '2', perhaps it was deleted in the meantime");

    private static final RuntimeException GONE = new ProcessEngineException(
            "An exception occurred in the persistence layer", new SQLException("foreign key", "23503"));

    @Test
    void what_collides_with_a_job_of_the_same_project_is_repeated() {
        assertThat(outcome(new OptimisticLockingException("changed"), new NullPointerException(), PARENT_ENDED, GONE))
                .isEqualTo("done");
    }

    @Test
    void what_goes_on_colliding_fails_in_the_end() {
        assertThatThrownBy(() -> outcome(PARENT_ENDED, PARENT_ENDED, PARENT_ENDED, PARENT_ENDED, PARENT_ENDED))
                .isSameAs(PARENT_ENDED);
    }

    @Test
    void other_failures_are_not_repeated() {
        ProcessEngineException other = new ProcessEngineException("ENGINE-13033 no such thing");

        assertThatThrownBy(() -> outcome(other)).isSameAs(other);
    }

    private static String outcome(RuntimeException... failures) {
        Deque<RuntimeException> left = new ArrayDeque<>(List.of(failures));
        CollisionRetry retry = new CollisionRetry();
        retry.setNext(new CommandExecutor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (!left.isEmpty()) {
                    throw left.poll();
                }
                return command.execute(null);
            }
        });
        return retry.execute(context -> "done");
    }
}
