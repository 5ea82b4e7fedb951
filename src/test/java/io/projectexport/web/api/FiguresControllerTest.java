package io.projectexport.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.Figures;
import io.projectexport.export.query.ReadFigures;
import io.projectexport.export.query.ReviewFigures;
import io.projectexport.export.query.ReviewFigures.Reviews;
import io.projectexport.export.version.FindModelVersions;
import io.projectexport.export.version.ModelVersion;
import io.projectexport.export.version.ModelVersions;
import io.projectexport.web.WebSamples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@Import(FiguresController.class)
class FiguresControllerTest extends ApiTest {

    private static final Reviews DECIDED = new Reviews(3, 1, 2, 1, Duration.ofSeconds(90), Duration.ofMillis(120_500));
    private static final ReviewFigures REVIEWS = new ReviewFigures(
            List.of(new ReviewFigures.Week(LocalDate.parse("2026-11-23"), DECIDED)),
            List.of(new ReviewFigures.Approver("anna", DECIDED)),
            List.of(new ReviewFigures.Reason("Too dear.", 1)));

    @MockitoBean
    ReadFigures readFigures;

    @MockitoBean
    UndeliveredMails undelivered;

    @MockitoBean
    FindModelVersions versions;

    @Test
    void figures_have_every_status_in_the_order_of_the_filters_and_times_in_seconds() {
        given(undelivered.count()).willReturn(2L);
        ModelVersion version = new ModelVersion("project-export:3:c", 3, "1.2", Instant.parse("2026-11-20T07:05:00Z"));
        given(versions.inUse(ANNA)).willReturn(List.of(new ModelVersions.Usage(version, 2)));
        given(readFigures.run(ANNA))
                .willReturn(new Figures(
                        Map.of(ExportStatus.SYNCED, 7L),
                        List.of(new Figures.Day(LocalDate.parse("2026-11-23"), 3, 2, 1)),
                        new Figures.TimeToSynced(Duration.ofMillis(1500), null),
                        List.of(WebSamples.synced())));

        given(readFigures.reviews(ANNA)).willReturn(REVIEWS);
        given(people.names(List.of("anna"))).willReturn(Map.of("anna", "Anna Approver"));

        assertThat(mvc.get().uri("/api/figures")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"counts": [{"status": "READY_TO_EXPORT", "label": "Ready to Export", "projects": 0},
                                    {"label": "Exporting"}, {"label": "Synced", "projects": 7}, {"label": "Failed to Export"},
                                    {"label": "Rejected"}, {"label": "Retrieved"}, {"label": "Withdrawn"}],
                         "days": [{"date": "2026-11-23", "accepted": 3, "rejected": 2, "failed": 1}],
                         "medianSeconds": 1.5, "percentile95Seconds": null,
                         "waitingLongest": [{"exportId": "%s"}], "undeliveredMails": 2,
                         "reviews": {"rejectionRate": 0.25, "firstPassYield": 0.5,
                            "weeks": [{"monday": "2026-11-23", "decisions": {"accepted": 3, "rejected": 1,
                                "decidedAtFirst": 2, "acceptedAtFirst": 1, "medianSeconds": 90.0, "meanSeconds": 120.5}}],
                            "approvers": [{"userId": "anna", "name": "Anna Approver", "decisions": {"accepted": 3}}],
                            "reasons": [{"comment": "Too dear.", "rejections": 1}]},
                         "modelVersions": [{"processDefinitionId": "project-export:3:c", "version": 3, "versionTag": "1.2",
                            "deployedAt": "2026-11-20T18:05:00+11:00", "runningProjects": 2}],
                         "timeZone": "Australia/Sydney"}
                        """.formatted(
                        WebSamples.ID));
    }

    @Test
    void who_may_not_see_them_reads_why() {
        given(readFigures.run(ANNA)).willThrow(ActionRefused.forbidden("You have no permission to see figures."));

        assertThat(mvc.get().uri("/api/figures")).hasStatus(403);
    }
}
