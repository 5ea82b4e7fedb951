package io.projectexport.process.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.outage.DatabaseOutage;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageInterceptorTest {

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "08006", "25006", "53300"})
    void outage_is_no_exception_of_the_engine_so_that_nobody_keeps_only_its_words(String state) {
        ProcessEngineException met = new ProcessEngineException(
                "ENGINE-03004", new IllegalStateException(new SQLException("terminated", state)));

        assertThatThrownBy(() -> execute(met))
                .isNotInstanceOf(ProcessEngineException.class)
                .satisfies(thrown ->
                        Assertions.assertThat(DatabaseOutage.of(thrown)).isPresent());
    }

    @Test
    void what_the_engine_found_out_stays_its_own() {
        for (RuntimeException own : new RuntimeException[] {
            new NullValueException("No job found with id"),
            new OptimisticLockingException("changed"),
            new ProcessEngineException("too long", new SQLException("too long", "22001"))
        }) {
            assertThatThrownBy(() -> execute(own)).isSameAs(own);
        }
    }

    private static void execute(RuntimeException failure) {
        CommandInterceptor outages = new OutageInterceptor();
        outages.setNext(new Failing(failure));
        outages.execute(context -> null);
    }

    private static final class Failing extends CommandInterceptor {

        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public <T> T execute(Command<T> command) {
            throw failure;
        }
    }
}
