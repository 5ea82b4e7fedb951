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

    private static final RuntimeException GONE = inDatabase("23503");
    private static final RuntimeException DEADLOCK = inDatabase("40P01");

    @Test
    void what_collides_with_a_job_of_the_same_project_is_repeated() {
        assertThat(outcome(new OptimisticLockingException("changed"), new NullPointerException(), GONE, DEADLOCK))
                .isEqualTo("done");
    }

    @Test
    void what_goes_on_colliding_fails_in_the_end() {
        assertThatThrownBy(() -> outcome(PARENT_ENDED, PARENT_ENDED, PARENT_ENDED, PARENT_ENDED, PARENT_ENDED))
                .isSameAs(PARENT_ENDED);
    }

    @Test
    void an_execution_whose_parent_has_just_ended_is_a_collision() {
        assertThat(outcome(PARENT_ENDED)).isEqualTo("done");
    }

    @Test
    void other_failures_are_not_repeated() {
        for (ProcessEngineException other : List.of(
                new ProcessEngineException("ENGINE-13033 no such thing"),
                new ProcessEngineException(),
                inDatabase("22001"))) {
            assertThatThrownBy(() -> outcome(other)).isSameAs(other);
        }
    }

    private static ProcessEngineException inDatabase(String sqlState) {
        return new ProcessEngineException(
                "An exception occurred in the persistence layer",
                new IllegalStateException(new SQLException("in the database", sqlState)));
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
