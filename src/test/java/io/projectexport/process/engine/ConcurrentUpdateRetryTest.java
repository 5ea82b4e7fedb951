package io.projectexport.process.engine;

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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConcurrentUpdateRetryTest {

    private static final String ENGINE = "org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity";

    private static final RuntimeException PARENT_ENDED = new ProcessEngineException(
            "ENGINE-03077 Cannot resolve parent with id '1' of execution '2', perhaps it was deleted in the meantime");

    private static final RuntimeException GONE = inDatabase("23503");
    private static final RuntimeException DEADLOCK = inDatabase("40P01");

    @Test
    void what_collides_with_a_job_of_the_same_project_is_repeated() {
        assertThat(outcome(new OptimisticLockingException("changed"), nullIn(ENGINE), GONE, DEADLOCK))
                .isEqualTo("done");
    }

    @Test
    void what_is_repeated_is_told_in_a_line_of_the_log(CapturedOutput output) {
        outcome(new OptimisticLockingException("changed by another\n### the whole statement"));

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("ConcurrentUpdateRetry"))
                .singleElement()
                .asString()
                .contains("ConcurrentUpdateRetryTest")
                .endsWith("repeated: org.camunda.bpm.engine.OptimisticLockingException: changed by another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.projectexport.process.task.DisplayVariables",
                "org.camunda.bpm.engineering.Other",
                "org.camunda.bpm.engine.rest.sub.task.impl.TaskResourceImpl",
                "org.springframework.util.Assert",
                "java.util.Objects"
            })
    void null_that_only_a_mistake_can_have_led_to_is_not_repeated(String where) {
        RuntimeException mistake = nullIn(where);
        RuntimeException behindTheEngine = new ProcessEngineException("in a delegate", nullIn(where));

        assertThatThrownBy(() -> outcome(mistake)).isSameAs(mistake);
        assertThatThrownBy(() -> outcome(behindTheEngine)).isSameAs(behindTheEngine);
        assertThat(outcome(new ProcessEngineException("in the engine", nullIn(ENGINE))))
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

    private static NullPointerException nullIn(String className) {
        NullPointerException met = new NullPointerException();
        met.setStackTrace(new StackTraceElement[] {new StackTraceElement(className, "run", null, 1)});
        return met;
    }

    private static ProcessEngineException inDatabase(String sqlState) {
        return new ProcessEngineException(
                "An exception occurred in the persistence layer",
                new IllegalStateException(new SQLException("in the database", sqlState)));
    }

    private static String outcome(RuntimeException... failures) {
        Deque<RuntimeException> left = new ArrayDeque<>(List.of(failures));
        ConcurrentUpdateRetry retry = new ConcurrentUpdateRetry();
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
