package io.projectexport.export.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.FakeAccounting.Answer;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.existing.WaitingProject;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that Xero has already are found before anybody decides, offered at review, and linked without another one being created. */
class JobsBeforeReviewTest {

    private final BusinessFixture business = new BusinessFixture();
    private final UUID id = business.submitted();

    @BeforeEach
    void connect() {
        business.accounting.organisation("Harbour Ltd");
    }

    @Test
    void a_job_of_the_name_in_other_letters_or_of_the_number_is_offered() {
        business.accounting.addByHand(name().toUpperCase(Locale.ROOT));
        business.accounting.addByHand(business.export(id).project().number() + " - Tunnel");
        business.accounting.addByHand("X-1 - Somebody else's");

        look();

        assertThat(offered()).containsExactly("job-0", "job-1");
        assertThat(business.findProjects.withJobsInXero(List.of(business.export(id))))
                .containsExactly(id);
    }

    @Test
    void where_nothing_is_found_nothing_is_said() {
        UUID other = business.submitted();
        business.accounting.addByHand(name());

        look();

        assertThat(business.readProject.details(other, business.anna).foundJobs())
                .isEmpty();
        assertThat(business.findProjects.withJobsInXero(List.of(business.export(other))))
                .isEmpty();
    }

    @Test
    void a_project_is_linked_at_review_and_nothing_is_created() {
        business.accounting.addByHand(name());
        look();

        accept(linkTo("job-0"));
        business.createXeroJob.run(id);

        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
        assertThat(business.accounting.keys()).isEmpty();
        assertThat(comment("Accepted")).isEqualTo("Link to job job-0");
    }

    @Test
    void a_link_survives_a_killed_process() {
        business.accounting.addByHand(name());
        look();
        accept(linkTo("job-0"));
        business.jobCreator.create(business.fingerprint.approved(business.export(id)));

        business.createXeroJob.run(id);

        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
        assertThat(business.accounting.created()).hasSize(1);
    }

    @Test
    void a_job_that_went_meanwhile_fails_the_export_in_words_and_a_retry_looks_anew() {
        business.accounting.addByHand(name());
        look();
        business.accounting.removeAll();
        accept(linkTo("job-0"));

        ExportFailure gone = run();

        assertThat(gone).hasMessageContaining("does not have the job job-0 any more");
        business.createXeroJob.failed(id, gone);
        assertThat(business.readProject.details(id, business.anna).foundJobs()).isEmpty();
        business.retryExport.retry(id, business.anna, JobChoice.NONE);
        assertThat(run()).isNull();
        assertThat(business.accounting.keys()).hasSize(1);
    }

    @Test
    void a_link_waits_while_xero_is_away() {
        business.accounting.addByHand(name());
        look();
        accept(linkTo("job-0"));
        pass(Duration.ofMinutes(2));
        business.accounting.failLookUp(
                ExportFailure.unavailable(new ExportError("Xero did not answer.", "Retry."), null));

        assertThat(run().reason()).isEqualTo(ExportFailure.Reason.UNAVAILABLE);
        assertThat(run()).isNull();
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
    }

    @Test
    void a_new_job_is_created_beside_those_that_were_found_where_an_approver_wants_one() {
        business.accounting.addByHand(name());
        look();

        accept(new JobChoice(null, true));

        assertThat(run()).isNull();
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-1");
        assertThat(comment("Accepted")).isEqualTo("Create a new job, none of job-0");
    }

    @Test
    void a_new_job_can_have_another_client_at_once() {
        business.accounting.addByHand(name());
        look();

        accept(new JobChoice(null, true, ContactChoice.another("Muster GmbH")));

        assertThat(run()).isNull();
        assertThat(business.accounting.created().get(1).contactName()).isEqualTo("Muster GmbH");
        assertThat(comment("Accepted"))
                .isEqualTo("Client in Xero: Muster GmbH instead of Harbour Council. Create a new job, none of job-0");
    }

    @Test
    void without_a_word_the_export_asks_as_before() {
        business.accounting.addByHand(name());
        look();

        accept(JobChoice.NONE);

        assertThat(run()).hasMessageContaining("1 job(s)");
        assertThat(business.accounting.keys()).isEmpty();
    }

    @Test
    void only_what_was_found_can_be_linked() {
        assertThat(refusal(() -> accept(linkTo("job-0")))).hasMessageContaining("Accept without it");
        business.accounting.addByHand(name());
        look();

        assertThat(refusal(() -> accept(linkTo("job-7")))).hasMessageContaining("choose job-0");
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
    }

    @Test
    void what_was_found_in_another_organisation_is_not_offered() {
        business.accounting.addByHand(name());
        look();

        business.accounting.organisation("Quay Ltd");

        assertThat(offered()).isEmpty();
        assertThat(refusal(() -> accept(linkTo("job-0")))).hasMessageContaining("nothing to link to");
    }

    @Test
    void what_was_found_for_an_earlier_round_is_not_offered() {
        business.accounting.addByHand(name());
        look();
        business.reviewProject.reject(id, business.anna, "Wrong name");
        business.submitProject.submit(id, new HashMap<>(Map.of("projectName", "Tunnel")), business.sam);

        assertThat(offered()).isEmpty();
        pass(Duration.ofMinutes(6));
        look();
        assertThat(offered()).containsExactly("job-0");
    }

    @Test
    void a_job_is_of_one_project_alone_and_the_refusal_names_it() {
        business.accounting.addByHand(name());
        look();
        accept(linkTo("job-0"));
        run();
        UUID second = business.submitted();
        business.existing.store(
                "Harbour Ltd",
                Map.of(
                        new WaitingProject(second, 1, "irrelevant"),
                        List.of(new FoundJob(business.export(id).outcome().job(), "in progress"))));

        ActionRefused refused = refusal(() -> business.reviewProject.accept(second, business.anna, linkTo("job-0")));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
        assertThat(refused)
                .hasMessageContaining("project " + business.export(id).project().number());
        assertThat(business.export(second).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
    }

    @Test
    void a_call_of_an_earlier_round_without_an_answer_is_not_forgotten_by_a_new_job() {
        business.accounting.addByHand(business.export(id).project().number() + " - Tunnel");
        business.accounting.next(Answer.STAY_SILENT);
        accept(JobChoice.NONE);
        run();
        business.createXeroJob.failed(
                id, ExportFailure.unavailable(new ExportError("Xero did not answer.", "Retry."), null));
        business.reviewProject.reject(id, business.anna, "Wrong");
        business.submitProject.submit(id, new HashMap<>(), business.sam);
        look();

        accept(new JobChoice(null, true));

        assertThat(run().reason()).isEqualTo(ExportFailure.Reason.OUTCOME_UNKNOWN);
    }

    @Test
    void it_is_looked_for_what_is_new_at_most_every_five_minutes() {
        look();
        int looks = business.accounting.lookUps();
        assertThat(looks).isEqualTo(1);
        pass(Duration.ofMinutes(6));
        look();
        assertThat(business.accounting.lookUps()).as("nothing is new").isEqualTo(looks);

        business.submitted();
        look();
        business.submitted();
        look();
        assertThat(business.accounting.lookUps()).as("two that wait").isEqualTo(looks + 2);

        pass(Duration.ofMinutes(5));
        look();
        assertThat(business.accounting.lookUps()).as("three that wait").isEqualTo(looks + 5);
    }

    @Test
    void it_is_not_looked_where_nothing_is_connected() {
        business.accounting.organisation(null);

        look();

        assertThat(business.accounting.lookUps()).isZero();
    }

    @Test
    void it_waits_for_its_turn_behind_exports_and_looks_when_that_has_come() {
        business.queue.next(business.clock.instant().plusSeconds(30));

        assertThat(catchThrowableOfType(ExportFailure.class, this::look).reason())
                .isEqualTo(ExportFailure.Reason.RATE_LIMITED);
        assertThat(business.accounting.lookUps()).isZero();

        business.queue.next(business.clock.instant());
        look();
        assertThat(business.accounting.lookUps()).isEqualTo(1);
    }

    private void pass(Duration time) {
        business.clock.moveTo(business.clock.instant().plus(time));
    }

    private void look() {
        business.lookForExistingJobs.look();
    }

    private void accept(JobChoice choice) {
        business.reviewProject.accept(id, business.anna, choice);
    }

    /** What the run ends with, null for a job. */
    private ExportFailure run() {
        return catchThrowableOfType(ExportFailure.class, () -> business.createXeroJob.run(id));
    }

    private List<String> offered() {
        return business.readProject.details(id, business.anna).foundJobs().stream()
                .map(found -> found.job().id())
                .toList();
    }

    private String comment(String step) {
        return business.exports.history(id).stream()
                .filter(entry -> entry.what().equals(step))
                .findFirst()
                .map(HistoryEntry::comment)
                .orElse(null);
    }

    private static JobChoice linkTo(String jobId) {
        return new JobChoice(jobId, false);
    }

    private String name() {
        return business.export(id).project().nameInXero();
    }

    private static ActionRefused refusal(ThrowingCallable action) {
        return catchThrowableOfType(ActionRefused.class, action);
    }
}
