package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.model.ProjectExportProcess;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessCoverageTest {

    @Test
    void each_element_of_the_project_export_is_reached_by_some_test() {
        assertThat(Stream.of(
                                SubmissionProcessTest.REACHED,
                                DecisionProcessTest.REACHED,
                                ExportProcessTest.REACHED,
                                NotificationProcessTest.REACHED)
                        .flatMap(part -> part.expected().stream()))
                .containsAll(ReachedElements.drawn(ProjectExportProcess.KEY));
    }
}
