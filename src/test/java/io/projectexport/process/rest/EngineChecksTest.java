package io.projectexport.process.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineChecksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An exception occurred in the persistence layer. Please check the server logs for a detailed message"
                        + " and the entire exception stack trace.",
                "ENGINE-03005 Execution of 'UPDATE TimerEntity[1]' failed."
            })
    void a_failure_of_which_only_words_are_left_is_no_mistake_of_the_client(String words) {
        assertThat(EngineChecks.refusal(kept(words))).isEmpty();
    }

    @Test
    void a_check_of_which_only_words_are_left_is_the_clients() {
        assertThat(EngineChecks.refusal(kept("Only timer jobs can be recalculated")))
                .map(EngineChecks.Refusal::status)
                .contains(Status.BAD_REQUEST);
    }

    private static InvalidRequestException kept(String words) {
        return new InvalidRequestException(Status.INTERNAL_SERVER_ERROR, words);
    }
}
