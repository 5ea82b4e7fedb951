package io.projectexport.export.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.InMemoryDecisions;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.BatchRow.State;
import io.projectexport.export.bulk.OnBehalf;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.query.ProjectQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkOffDecisionsTest {

    private static final ProjectQuery READY =
            new ProjectQuery(ExportStatus.READY_TO_EXPORT, null, null, ProjectQuery.Sort.PROJECT_NUMBER, false, 0, 1);

    private final BusinessFixture business = new BusinessFixture();
    private final InMemoryDecisions decisions = new InMemoryDecisions();
    private final ApprovalProcess process = mock(ApprovalProcess.class);
    private final Transactions transactions = new Transactions();
    private final FilterDecisions filter = new FilterDecisions(business.findProjects, business.actionRules);
    private final ConfirmDecisions confirm = new ConfirmDecisions(decisions, business.findProjects, business.clock);
    private final FindDecisions find = new FindDecisions(decisions);
    private final WorkOffDecisions workOff =
            new WorkOffDecisions(decisions, transactions, business.exports, process, business.clock);

    @Test
    void a_thousand_are_decided_by_turns_of_25_in_one_transaction_each_as_their_owner() {
        Batch batch = confirmed(submitted(1000));

        assertThat(workOff.next(batch)).isTrue();
        assertThat(progress(batch)).isEqualTo("25+0 of 1000");
        assertThat(workOff.nextOfAll()).as("left to the request").isFalse();
        pass(Duration.ofSeconds(6));
        while (workOff.nextOfAll()) {
            // the next ones
        }

        assertThat(progress(batch)).isEqualTo("1000+0 of 1000");
        assertThat(transactions.owners).hasSize(40).containsOnly("anna");
        verify(process, times(1000)).accept(any(), any());
    }

    @Test
    void slow_machine_keeps_nobody_waiting() {
        List<UUID> ids = submitted(30);
        willAnswer(call -> {
                    pass(Duration.ofSeconds(2));
                    return null;
                })
                .given(process)
                .accept(any(), any());
        Batch batch = confirmed(ids);

        assertThat(workOff.next(batch)).isTrue();

        assertThat(progress(batch)).isEqualTo("2+0 of 30");
    }

    @Test
    void refused_one_says_why_and_those_before_and_after_it_share_transactions_without_it() {
        List<UUID> ids = submitted(4);
        willThrow(ActionRefused.conflict("Somebody was first.")).given(process).accept(ids.get(2), JobChoice.NONE);
        Batch batch = confirmed(ids);

        workOff.next(batch);

        assertThat(progress(batch)).isEqualTo("3+1 of 4");
        assertThat(find.refused(now(batch)))
                .extracting(BatchRow::exportId, BatchRow::state, BatchRow::messages)
                .containsExactly(tuple(ids.get(2), State.REFUSED, List.of("Somebody was first.")));
        assertThat(transactions.owners)
                .as("1 to 4, 1 and 2, 3 as the first of others, 4")
                .hasSize(4);
    }

    @Test
    void what_was_resubmitted_after_it_was_confirmed_is_not_decided() {
        List<UUID> ids = submitted(2);
        Batch batch = confirmed(ids);
        business.retrieveProject.retrieve(ids.get(0), business.sam);
        business.submitProject.submit(ids.get(0), BusinessFixture.fields(), business.sam);

        workOff.next(batch);

        verify(process, never()).accept(ids.get(0), JobChoice.NONE);
        assertThat(find.refused(now(batch)))
                .singleElement()
                .satisfies(row -> assertThat(row.messages().get(0)).contains("was resubmitted after you confirmed"));
    }

    @Test
    void decisions_that_somebody_else_works_at_are_left_to_them() {
        Batch batch = confirmed(submitted(4));
        decisions.claimedByOthers.addAll(List.of(1, 2, 3, 4));

        assertThat(workOff.next(batch)).isFalse();

        assertThat(progress(batch)).isEqualTo("0+0 of 4");
    }

    @Test
    void each_action_is_carried_out_with_its_reason() {
        List<UUID> ids = submitted(3);
        Map<UUID, ConfirmedDecision> mixed = new LinkedHashMap<>();
        mixed.put(ids.get(0), new ConfirmedDecision(Action.ACCEPT, null, 1));
        mixed.put(ids.get(1), new ConfirmedDecision(Action.REJECT, "Too high.", 1));
        mixed.put(ids.get(2), new ConfirmedDecision(Action.RETRY, null, 1));

        workOff.next(confirm.confirm(mixed, "token", business.anna));

        verify(process).accept(ids.get(0), JobChoice.NONE);
        verify(process).reject(ids.get(1), "Too high.");
        verify(process).retry(ids.get(2), JobChoice.NONE);
    }

    @Test
    void choice_is_what_the_person_may_decide_and_names_the_rest() {
        UUID other = business.submitted();
        UUID own = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields(), business.ben)
                .id();

        FilterDecisions.Choice choice = filter.choose(READY, Action.ACCEPT, business.ben);

        assertThat(choice.chosen()).extracting(ProjectExport::id).containsExactly(other);
        assertThat(choice.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.export().id()).isEqualTo(own);
            assertThat(left.why()).contains("another approver has to decide");
        });
        assertThatThrownBy(() -> filter.choose(READY, Action.ACCEPT, business.sam))
                .hasMessage("Only accounting approvers may decide about projects.");
        assertThatThrownBy(() -> filter.choose(READY, Action.RETRY, business.anna))
                .isInstanceOf(ActionRefused.class);
    }

    @Test
    void nothing_is_stored_without_the_privilege_a_reason_or_a_project() {
        Map<UUID, ConfirmedDecision> rejection =
                Map.of(submitted(1).get(0), new ConfirmedDecision(Action.REJECT, " ", 1));

        assertThatThrownBy(() -> confirm.confirm(rejection, "token", business.sam))
                .hasMessage("Only accounting approvers may decide about projects.");
        assertThatThrownBy(() -> confirm.confirm(rejection, "token", business.anna))
                .hasMessageContaining("reason is missing");
        assertThatThrownBy(() -> confirm.confirm(Map.of(), "token", business.anna))
                .isInstanceOf(ActionRefused.class);
        assertThat(find.running(business.anna)).isEmpty();
    }

    @Test
    void nobody_but_the_owner_sees_them_and_they_run_until_they_are_done() {
        Batch batch = confirmed(submitted(1));

        assertThat(find.running(business.anna)).contains(batch);
        assertThat(find.running(business.ben)).isEmpty();
        assertThatThrownBy(() -> find.one(batch.id(), business.ben)).hasMessageContaining("no such decisions");
        workOff.next(batch);
        assertThat(find.running(business.anna)).isEmpty();
    }

    private List<UUID> submitted(int number) {
        Submission submission = business.export(business.submitted()).submission();
        return Stream.generate(() -> ProjectExport.submitted(UUID.randomUUID(), submission))
                .limit(number)
                .peek(business.exports::update)
                .map(ProjectExport::id)
                .toList();
    }

    private Batch confirmed(List<UUID> ids) {
        Map<UUID, ConfirmedDecision> all = new LinkedHashMap<>();
        ids.forEach(id -> all.put(id, new ConfirmedDecision(Action.ACCEPT, null, 1)));
        return confirm.confirm(all, UUID.randomUUID().toString(), business.anna);
    }

    private Batch now(Batch batch) {
        return find.one(batch.id(), business.anna);
    }

    private String progress(Batch batch) {
        return "%d+%d of %d".formatted(now(batch).done(), now(batch).refused(), batch.total());
    }

    private void pass(Duration time) {
        business.clock.moveTo(business.clock.instant().plus(time));
    }

    private static final class Transactions implements OnBehalf {

        private final List<String> owners = new ArrayList<>();

        @Override
        public <T> T of(String userId, Supplier<T> work) {
            owners.add(userId);
            return work.get();
        }
    }
}
