package io.projectexport.export.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.InMemoryOutbox;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscussProjectTest {

    private final BusinessFixture business = new BusinessFixture();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final ConversationRules rules = new ConversationRules(business.actionRules);
    private final DiscussProject discussion = new DiscussProject(
            business.exports,
            rules,
            new RemarkRecipients(rules, business.actionRules, business.people),
            outbox,
            business.clock);

    private final UUID id = business.submitted();

    @Test
    void question_goes_to_submitter_and_creator_and_changes_nothing_but_the_history() {
        ProjectExport before = business.export(id);

        discussion.write(id, business.anna, " Which budget is it?\n");

        assertThat(business.export(id)).isEqualTo(before);
        assertThat(last(id))
                .extracting(HistoryEntry::what, HistoryEntry::who, HistoryEntry::comment)
                .containsExactly("Question", "anna", "Which budget is it?");
        assertThat(recipients()).containsExactlyInAnyOrder("sam@example.com", "sue@example.com");
    }

    @Test
    void one_person_gets_one_mail() {
        UUID own = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("creatorEmail", "SAM@example.com"), business.sam)
                .id();

        discussion.write(own, business.anna, "Why?");

        assertThat(recipients()).containsExactly("sam@example.com");
    }

    @Test
    void nobody_with_an_address_leaves_the_question_in_the_history() {
        business.people.with(new Person("sam", "Sam", null, business.sam.privileges()));
        business.people.with(new Person("sue", "Sue", null, business.sue.privileges()));
        UUID silent = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("creatorEmail", null), business.people.person("sam"))
                .id();

        assertThat(discussion.write(silent, business.anna, "Why?").mails()).isZero();
        assertThat(last(silent).comment()).isEqualTo("Why?");
    }

    @Test
    void answer_goes_to_everybody_who_has_asked_since_the_last_one() {
        discussion.write(id, business.anna, "Which budget?");
        discussion.write(id, business.ben, "And which street?");
        outbox.due.clear();

        discussion.write(id, business.sue, "The new one.");
        assertThat(last(id).what()).isEqualTo("Answer");
        assertThat(recipients()).containsExactlyInAnyOrder("anna@example.com", "ben@example.com");

        outbox.due.clear();
        discussion.write(id, business.sam, "Quay Street, I forgot.");
        assertThat(recipients()).containsExactly("ben@example.com");
    }

    @Test
    void answer_does_not_go_to_somebody_who_may_not_read_the_project_any_more() {
        discussion.write(id, business.anna, "Which budget?");
        outbox.due.clear();
        business.people.with(new Person("anna", "Anna", "anna@example.com", java.util.Set.of()));

        assertThat(discussion.write(id, business.sam, "The new one.").mails()).isZero();
    }

    @Test
    void owner_whom_nobody_asked_writes_a_note_that_goes_to_nobody() {
        assertThat(discussion.write(id, business.sam, "The council is waiting."))
                .isEqualTo(new DiscussProject.Written(Contribution.NOTE, 0));
        assertThat(last(id).what()).isEqualTo("Note");
    }

    @Test
    void question_of_an_earlier_round_waits_for_no_answer_any_more() {
        discussion.write(id, business.anna, "Which budget?");
        business.reviewProject.reject(id, business.anna, "Nobody answered.");
        assertThat(rules.allowed(business.export(id), business.exports.history(id), business.sam))
                .as("while it is rejected")
                .contains(Contribution.ANSWER);
        business.submitProject.submit(id, java.util.Map.of("estimateAmount", "5"), business.sam);

        assertThat(rules.unanswered(business.export(id), business.exports.history(id)))
                .isEmpty();
        assertThat(rules.allowed(business.export(id), business.exports.history(id), business.sam))
                .contains(Contribution.NOTE);
    }

    @Test
    void second_press_of_the_button_sends_nothing_twice() {
        discussion.write(id, business.anna, "Which budget?");
        int steps = business.exports.history(id).size();

        assertThat(discussion.write(id, business.anna, "Which budget?").mails()).isEqualTo(2);

        assertThat(business.exports.history(id)).hasSize(steps);
        assertThat(outbox.due).hasSize(2);
    }

    @Test
    void approver_asks_only_about_what_waits_for_somebody() {
        UUID exporting = business.accepted();

        assertThatThrownBy(() -> discussion.write(exporting, business.anna, "Why?"))
                .isInstanceOf(ActionRefused.class)
                .hasMessage("Nothing was sent: this project is Exporting;"
                        + " people write about one that is Ready to Export or Failed to Export.");
        assertThat(outbox.due).isEmpty();
    }

    @Test
    void who_asked_still_gets_the_answer_after_somebody_accepted() {
        discussion.write(id, business.anna, "Which budget?");
        business.reviewProject.accept(id, business.ben, JobChoice.NONE);
        outbox.due.clear();

        discussion.write(id, business.sam, "The new one.");

        assertThat(business.export(id).status()).isEqualTo(ExportStatus.EXPORTING);
        assertThat(recipients()).containsExactly("anna@example.com");
    }

    @Test
    void strangers_find_nothing_and_readers_without_the_privilege_may_not_ask() {
        Person stranger = business.people.with("mallory", Privilege.SUBMIT);
        Person reader = business.people.with("rita", Privilege.READ_ALL);

        assertThatThrownBy(() -> discussion.write(id, stranger, "Why?"))
                .hasMessage(ActionRefused.notFound().getMessage());
        assertThatThrownBy(() -> discussion.write(id, reader, "Why?"))
                .hasMessage("Only accounting approvers ask about a project, and its creator and submitter answer.");
        assertThat(business.exports.history(id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "\u200B", "a\u0007b", "\uE000"})
    void text_that_is_none_is_refused_by_its_field_and_leaves_nothing_behind(String text) {
        assertThatThrownBy(() -> discussion.write(id, business.anna, text))
                .isInstanceOfSatisfying(
                        ActionRefused.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("comment");
                            assertThat(error.message()).startsWith("The question is ");
                        }));
        assertThatThrownBy(() -> discussion.write(id, business.anna, "x".repeat(2001)))
                .hasMessage("The question is too long: 2000 characters fit.");
        assertThat(business.exports.history(id)).hasSize(1);
        assertThat(outbox.due).isEmpty();
    }

    private List<String> recipients() {
        return outbox.due.stream().map(Outbox.Mail::recipient).toList();
    }

    private HistoryEntry last(UUID exportId) {
        List<HistoryEntry> history = business.exports.history(exportId);
        return history.get(history.size() - 1);
    }
}
