package io.projectexport.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import io.projectexport.web.csv.CsvCell;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class JobsCsvControllerTest extends PageTest {

    @Test
    void file_holds_what_is_shown_on_every_page() {
        given(projects.all(
                        new ProjectQuery(ExportStatus.SYNCED, "pier", null, ProjectQuery.Sort.CLIENT, false, 1, 50),
                        ANNA))
                .willReturn(Stream.concat(
                        Collections.nCopies(200, WebSamples.synced()).stream(), Stream.of(WebSamples.failed())));

        MvcTestResult file = mvc.get()
                .uri("/jobs/projects.csv?status=SYNCED&search=pier&sort=client&page=1")
                .exchange();

        assertThat(file).hasContentTypeCompatibleWith("text/csv");
        assertThat(html(file)).startsWith("\uFEFFprojectNumber,projectName,");
        assertThat(html(file).lines())
                .hasSize(202)
                .contains(
                        "P-7,Harbour Bridge,1 Quay St,Sydney,NSW,2000,Australia,Harbour Trust,12500.50,2027-03-31,"
                                + "cleo@example.com,Synced,sam,Sam Taylor,2027-01-11T09:30:00+11:00,anna,Anna Approver,2027-06-01T13:00:00+10:00,"
                                + "xero-1,https://go.xero.com/xero-1,,",
                        "P-7,Harbour Bridge,1 Quay St,Sydney,NSW,2000,Australia,Harbour Trust,12500.50,2027-03-31,"
                                + "cleo@example.com,Failed to Export,sam,Sam Taylor,2027-01-11T09:30:00+11:00,anna,Anna Approver,"
                                + "2027-06-01T13:00:00+10:00,,,Contact is archived.,");
    }

    @Test
    void rejected_ones_say_why_in_the_last_column_and_are_asked_about_together() {
        given(projects.all(any(), any())).willReturn(Stream.of(WebSamples.rejected(), WebSamples.synced()));
        given(projects.reasons(List.of(WebSamples.ID))).willReturn(Map.of(WebSamples.ID, "=The estimate\nis missing."));

        MvcTestResult file = mvc.get().uri("/jobs/projects.csv?status=ALL").exchange();

        assertThat(html(file).lines().findFirst().orElseThrow()).endsWith(",xeroJobUrl,errors,reason");
        assertThat(html(file)).contains(",\"'=The estimate\nis missing.\"\r\n");
        verify(projects, times(1)).reasons(any());
    }

    @Test
    void file_has_the_order_of_the_page() {
        given(projects.all(any(), any())).willReturn(Stream.of());

        mvc.get().uri("/jobs/projects.csv?status=READY_TO_EXPORT").exchange();

        verify(projects)
                .all(
                        new ProjectQuery(
                                ExportStatus.READY_TO_EXPORT, null, null, ProjectQuery.Sort.SUBMITTED_AT, false, 0, 50),
                        ANNA);
    }

    @Test
    void who_may_see_nothing_reads_so_on_a_page() {
        given(projects.all(any(), any())).willThrow(ActionRefused.forbidden("You may not see projects."));

        MvcTestResult page = mvc.get().uri("/jobs/projects.csv").exchange();

        assertThat(page).hasStatus(403);
        assertShown(page).contains("You may not see projects.");
    }

    @Test
    void file_that_breaks_off_does_not_end_as_if_it_were_whole() {
        Stream<ProjectExport> broken =
                Collections.nCopies(1000, WebSamples.synced()).stream().peek(new FailAfter(500));
        given(projects.all(any(), any())).willReturn(broken);

        MvcTestResult file = mvc.get().uri("/jobs/projects.csv").exchange();

        assertThat(file.getUnresolvedException()).hasRootCauseMessage("The database is gone");
    }

    @Test
    void no_cell_is_a_formula() {
        assertThat(CsvCell.of("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvCell.of("'=1+1")).isEqualTo("''=1+1");
        assertThat(CsvCell.of("P-1")).isEqualTo("P-1");
        assertThat(CsvCell.of(null)).isNull();
    }

    private static final class FailAfter implements Consumer<ProjectExport> {

        private int left;

        FailAfter(int rows) {
            left = rows;
        }

        @Override
        public void accept(ProjectExport export) {
            if (left-- == 0) {
                throw new IllegalStateException("The database is gone");
            }
        }
    }
}
