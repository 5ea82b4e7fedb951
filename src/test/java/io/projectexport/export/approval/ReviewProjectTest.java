package io.projectexport.export.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.exactlyonce.ContactChoice;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.FourEyes;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewProjectTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void an_accepted_project_is_on_its_way_with_what_was_approved_fixed() {
        UUID id = business.submitted();

        ProjectExport accepted = business.reviewProject.accept(id, business.anna, contact(" ACME  Ltd "));

        assertThat(accepted.status()).isEqualTo(ExportStatus.EXPORTING);
        assertThat(accepted.decision().by()).isEqualTo("anna");
        assertThat(accepted.decision().contactName()).isEqualTo("ACME Ltd");
        assertThat(accepted.decision().approvedHash())
                .isEqualTo(accepted.project().jobRequest("ACME Ltd").hash("project"));
    }

    @Test
    void a_job_without_a_contact_can_be_approved() {
        assertThat(business.reviewProject
                        .accept(business.submitted(), business.anna, contact(" "))
                        .decision()
                        .contactName())
                .isNull();
    }

    @Test
    void the_second_decision_is_refused_and_says_who_was_first() {
        UUID id = business.accepted();

        ActionRefused refused = refusal(() -> business.reviewProject.reject(id, business.ben, "Too late"));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
        assertThat(refused)
                .hasMessageContaining("Exporting")
                .hasMessageContaining("Name of anna")
                .hasMessageContaining("23 Nov 2026, 14:00");
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.EXPORTING);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n "})
    void a_rejection_needs_a_comment(String comment) {
        UUID id = business.submitted();

        ActionRefused refused = refusal(() -> business.reviewProject.reject(id, business.anna, comment));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("comment");
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B\u200D", "\u3164 \u115F", "\u2800\n\u2800", "\uDB40\uDC41", "\u202E\u2069", "\uFEFF\u00AD"
            })
    void a_reason_of_nothing_that_can_be_seen_is_none(String comment) {
        UUID id = business.submitted();

        ActionRefused refused = refusal(() -> business.reviewProject.reject(id, business.anna, comment));

        assertThat(refused).hasMessageStartingWith("The reason is missing");
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge\0", "bridge\uE000", "bridge\uD83C", "bridge\u001B[31m"})
    void what_cannot_be_used_is_named_by_its_place(String text) {
        UUID id = business.submitted();

        assertThat(refusal(() -> business.reviewProject.reject(id, business.anna, text)))
                .hasMessageContaining("The reason")
                .hasMessageContaining("character 7 cannot be used");
        assertThat(refusal(() -> business.reviewProject.accept(id, business.anna, contact(text))))
                .hasMessageContaining("Xero contact")
                .hasMessageContaining("character 7 cannot be used");
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
    }

    @Test
    void a_reason_keeps_its_lines_and_turns_nothing_around() {
        UUID id = business.submitted();

        business.reviewProject.reject(id, business.anna, " Street?\n\n\u202ECity\u202C 👩‍🔧 می‌خواهم ");

        assertThat(business.exports.history(id))
                .last()
                .satisfies(step -> assertThat(step.comment()).isEqualTo("Street?\n\nCity 👩‍🔧 می‌خواهم"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ＢＥＮ@example.com", "ben@example.com,", "ben@example.com\u200E", "<Ben@Example.com>"})
    void an_approver_stays_the_creator_however_the_address_was_spelled(String spelling) {
        business.people.with(new Person("ben", "Ben", spelling, business.ben.privileges()));
        UUID id = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("creatorEmail", "ben@example.com"), business.sam)
                .id();

        assertThat(business.export(id).submission().creator()).isEqualTo("ben");
        assertThat(refusal(() -> business.reviewProject.accept(
                        id, new Person("ben2", "Ben", spelling, business.ben.privileges()), null)))
                .hasMessageContaining("another approver");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben@bücher.example", "ben@XN--BCHER-KVA.example", "ｂｅｎ@bu\u0308cher.example"})
    void an_approver_cannot_approve_what_was_created_under_another_spelling(String spelling) {
        Person ben =
                business.people.with(new Person("ben", "Ben", "ben@xn--bcher-kva.example", business.ben.privileges()));
        UUID id = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("creatorEmail", spelling), business.sam)
                .id();

        assertThat(refusal(() -> business.reviewProject.accept(id, ben, JobChoice.NONE)))
                .hasMessageContaining("another approver");
    }

    @Test
    void a_rejection_keeps_the_reason_for_good() {
        UUID id = business.rejected();

        assertThat(business.exports.history(id)).last().satisfies(step -> {
            assertThat(step.what()).isEqualTo("Rejected");
            assertThat(step.who()).isEqualTo("anna");
            assertThat(step.comment()).isEqualTo("The estimate is missing");
        });
    }

    @Test
    void somebody_without_the_privilege_decides_nothing() {
        UUID id = business.submitted();

        assertThat(refusal(() -> business.reviewProject.accept(id, business.sam, JobChoice.NONE))
                        .reason())
                .isEqualTo(ActionRefused.Reason.FORBIDDEN);
        assertThat(refusal(() -> business.reviewProject.reject(id, business.sue, "No"))
                        .reason())
                .isEqualTo(ActionRefused.Reason.FORBIDDEN);
    }

    @Test
    void an_approver_cannot_approve_a_project_of_their_own() {
        UUID submittedByBen = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields(), business.ben)
                .id();
        UUID createdByBen = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("creatorEmail", "BEN@example.com"), business.sam)
                .id();

        assertThat(refusal(() -> business.reviewProject.accept(submittedByBen, business.ben, JobChoice.NONE)))
                .hasMessageContaining("another approver");
        assertThat(refusal(() -> business.reviewProject.accept(createdByBen, business.ben, JobChoice.NONE)))
                .hasMessageContaining("another approver");
    }

    @Test
    void without_four_eyes_an_approver_can_approve_their_own() {
        UUID id = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields(), business.ben)
                .id();
        ReviewProject review = new ReviewProject(
                business.exports,
                new ActionRules(new FourEyes(false), business.people, business.format),
                business.fingerprint,
                business.jobsToOffer,
                business.chooser,
                business.clock);

        assertThat(review.accept(id, business.ben, JobChoice.NONE).status()).isEqualTo(ExportStatus.EXPORTING);
    }

    @Test
    void an_unknown_project_is_not_found() {
        assertThat(refusal(() -> business.reviewProject.accept(UUID.randomUUID(), business.anna, JobChoice.NONE))
                        .reason())
                .isEqualTo(ActionRefused.Reason.NOT_FOUND);
    }

    private static JobChoice contact(String name) {
        return JobChoice.of(ContactChoice.named(name));
    }

    private static ActionRefused refusal(ThrowingCallable action) {
        return catchThrowableOfType(ActionRefused.class, action);
    }
}
