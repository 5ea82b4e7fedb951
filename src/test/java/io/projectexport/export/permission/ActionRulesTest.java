package io.projectexport.export.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.project.ProjectExport;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActionRulesTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void what_somebody_can_do_follows_from_status_and_person() {
        ProjectExport ready = business.export(business.submitted());
        ProjectExport rejected = business.export(business.rejected());

        assertThat(business.actionRules.allowed(ready, business.anna)).isEqualTo(Set.of(Action.ACCEPT, Action.REJECT));
        assertThat(business.actionRules.allowed(ready, business.sam)).isEqualTo(Set.of(Action.RETRIEVE));
        assertThat(business.actionRules.allowed(rejected, business.anna)).isEmpty();
        assertThat(business.actionRules.allowed(rejected, business.sue))
                .isEqualTo(Set.of(Action.RESUBMIT, Action.WITHDRAW));
    }

    @Test
    void whatever_is_not_refused_is_allowed_and_nothing_else() {
        List<ProjectExport> exports = List.of(
                business.export(business.submitted()),
                business.export(business.accepted()),
                business.export(business.rejected()));
        List<Person> people =
                List.of(business.anna, business.sam, business.people.with("eve", Privilege.SUBMIT), nobody());

        for (ProjectExport export : exports) {
            for (Person person : people) {
                assertThat(business.actionRules.allowed(export, person))
                        .isEqualTo(Arrays.stream(Action.values())
                                .filter(action -> business.actionRules
                                        .refusal(action, export, person)
                                        .isEmpty())
                                .collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void a_check_throws_what_the_question_answers() {
        ProjectExport accepted = business.export(business.accepted());

        ActionRefused answered = business.actionRules
                .refusal(Action.REJECT, accepted, business.ben)
                .orElseThrow();

        assertThatThrownBy(() -> business.actionRules.check(Action.REJECT, accepted, business.ben))
                .isInstanceOf(ActionRefused.class)
                .hasMessage(answered.getMessage());
        assertThat(business.actionRules.refusal(Action.ACCEPT, accepted, nobody()))
                .map(ActionRefused::reason)
                .contains(ActionRefused.Reason.FORBIDDEN);
    }

    private static Person nobody() {
        return new Person("nobody", "Nobody", null, Set.of());
    }
}
