package io.projectexport.web.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.query.ReadFigures;
import io.projectexport.export.query.ReviewFigures;
import io.projectexport.export.query.ReviewFigures.Approver;
import io.projectexport.export.query.ReviewFigures.Reason;
import io.projectexport.export.query.ReviewFigures.Reviews;
import io.projectexport.export.query.ReviewFigures.Week;
import io.projectexport.export.version.ModelVersion;
import io.projectexport.export.version.ModelVersions;
import io.projectexport.web.PageTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@Import(FiguresPageController.class)
class FiguresPageControllerTest extends PageTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
    private static final Reviews NONE = new Reviews(0, 0, 0, 0, null, null);
    private static final Reviews SOME = new Reviews(6, 2, 5, 4, Duration.ofMinutes(185), Duration.ofHours(50));

    @MockitoBean
    ReadFigures figures;

    @BeforeEach
    void pia_is_logged_in() {
        given(currentPerson.get()).willReturn(PIA);
    }

    @Test
    void process_owners_see_rates_weeks_approvers_and_reasons_in_words() {
        given(figures.reviews(PIA)).willReturn(decided());

        assertShown(mvc.get().uri("/figures").exchange())
                .contains(
                        "since 16 Nov 2026",
                        "Rejection rate 25 % of all decisions",
                        "First-pass yield 80 %",
                        "23 Nov 2026 0 0",
                        "16 Nov 2026 6 2 3 h 5 min 2 d 2 h",
                        "Anna Approver 6 2",
                        "gone 6 2",
                        "=Too dear. 3 times",
                        "Wrong client. once");
    }

    @Test
    void those_who_watch_see_how_many_projects_run_on_each_version_of_the_model_and_reach_it_in_cockpit() {
        given(figures.reviews(PIA)).willReturn(decided());
        given(versions.inUse(PIA)).willReturn(inUse());

        MvcTestResult page = mvc.get().uri("/figures").exchange();

        assertShown(page)
                .contains(
                        "Version Tag Deployed Running projects", "3 1.2 20 Nov 2026, 18:05 2", "2 1 Jun 2026, 10:00 1");
        assertThat(html(page))
                .contains("href=\"/camunda/app/cockpit/default/#/process-definition/project-export:3:c/runtime\"");
        assertThat(html(mvc.get().uri("/figures/models.csv").exchange()))
                .isEqualTo("\uFEFFversion,versionTag,deployedAt,runningProjects\r\n"
                        + "3,1.2,2026-11-20T18:05+11:00,2\r\n2,,2026-06-01T10:00+10:00,1\r\n");
    }

    @Test
    void versions_of_the_model_are_not_shown_to_those_who_do_not_watch() {
        given(figures.reviews(PIA)).willReturn(decided());
        given(versions.inUse(PIA)).willReturn(List.of());

        assertShown(mvc.get().uri("/figures").exchange()).doesNotContain("Versions of the model");
    }

    private static List<ModelVersions.Usage> inUse() {
        return List.of(
                new ModelVersions.Usage(
                        new ModelVersion("project-export:3:c", 3, "1.2", Instant.parse("2026-11-20T07:05:00Z")), 2),
                new ModelVersions.Usage(
                        new ModelVersion("project-export:2:b", 2, null, Instant.parse("2026-06-01T00:00:00Z")), 1));
    }

    @Test
    void weeks_without_a_decision_say_so_and_show_no_rates() {
        given(figures.reviews(PIA))
                .willReturn(new ReviewFigures(List.of(new Week(MONDAY, NONE)), List.of(), List.of()));

        assertShown(mvc.get().uri("/figures").exchange())
                .contains("Nothing was decided in these weeks.")
                .doesNotContain("Rejection rate", "By approver", "Most frequent");
    }

    @Test
    void figures_are_in_the_menu_of_those_who_may_see_them_and_of_nobody_else() {
        given(figures.reviews(PIA)).willReturn(decided());
        assertThat(html(mvc.get().uri("/figures").exchange())).contains("<a href=\"/figures\" aria-current=\"page\">");

        given(currentPerson.get()).willReturn(SAM);
        assertThat(html(mvc.get().uri("/profile").exchange())).doesNotContain("/figures");
    }

    @Test
    void files_have_a_row_for_each_week_and_approver_and_blanks_where_nothing_was_decided() {
        given(figures.reviews(PIA)).willReturn(decided());

        assertThat(html(mvc.get().uri("/figures/weeks.csv").exchange()))
                .isEqualTo("\uFEFFmonday,accepted,rejected,decidedAtFirst,acceptedAtFirst,medianSeconds,meanSeconds\r\n"
                        + "2026-11-16,6,2,5,4,11100,180000\r\n2026-11-23,0,0,0,0,,\r\n");
        assertThat(html(mvc.get().uri("/figures/approvers.csv").exchange()))
                .endsWith("anna,Anna Approver,6,2,5,4,11100,180000\r\ngone,,6,2,5,4,11100,180000\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/figures", "/figures/weeks.csv", "/figures/approvers.csv"})
    void who_may_not_see_them_reads_why(String address) {
        given(currentPerson.get()).willReturn(SAM);
        given(figures.reviews(SAM)).willThrow(ActionRefused.forbidden("You have no permission to see figures."));

        assertShown(mvc.get().uri(address).exchange()).contains("You have no permission to see figures.");
    }

    private static ReviewFigures decided() {
        return new ReviewFigures(
                List.of(new Week(MONDAY, SOME), new Week(MONDAY.plusWeeks(1), NONE)),
                List.of(new Approver("anna", SOME), new Approver("gone", SOME)),
                List.of(new Reason("=Too dear.", 3), new Reason("Wrong client.", 1)));
    }
}
