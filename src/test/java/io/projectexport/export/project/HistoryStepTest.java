package io.projectexport.export.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HistoryStepTest {

    @Test
    void the_words_are_those_of_all_rows_stored_so_far() {
        assertThat(Arrays.stream(HistoryStep.values()).map(HistoryStep::label))
                .containsExactlyInAnyOrder(
                        "Submitted",
                        "Resubmitted",
                        "Accepted",
                        "Approved",
                        "Moved to another version",
                        "Put back",
                        "Retried",
                        "Synced",
                        "Failed to Export",
                        "Rejected",
                        "Retrieved",
                        "Withdrawn",
                        "Escalated",
                        "Question",
                        "Answer",
                        "Note");
    }

    @Test
    void a_step_in_the_words_of_another_version_is_read_and_is_none_of_these() {
        HistoryEntry entry = new HistoryEntry(Instant.EPOCH, "sam", "Postponed", 1, null, null, null);

        assertThat(entry.what()).isEqualTo("Postponed");
        assertThat(HistoryStep.values()).noneMatch(entry::is);
    }
}
