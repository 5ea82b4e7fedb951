package io.projectexport.export.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.InMemoryStandardReasons;
import io.projectexport.export.NotAudited;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepReasonsTest {

    private static final Person ADMIN = new Person("root", "Root", null, Set.of(Privilege.ADMINISTER));
    private static final Person ANNA = new Person("anna", "Anna", null, Set.of(Privilege.APPROVE, Privilege.READ_ALL));

    private final InMemoryStandardReasons stored = new InMemoryStandardReasons();
    private final KeepReasons reasons =
            new KeepReasons(stored, ConfiguredReasons.of(" Too late. | |Estimate missing. "), NotAudited.AUDIT);

    private String mark() {
        return reasons.current().mark();
    }

    private List<String> words() {
        return reasons.current().reasons();
    }

    private static ActionRefused refusal(ThrowingCallable change) {
        return catchThrowableOfType(ActionRefused.class, change);
    }

    @Test
    void those_of_the_setting_are_offered_until_the_first_change_takes_them_over() {
        assertThat(reasons.current()).isEqualTo(new ReasonList(0, List.of("Too late.", "Estimate missing."), false));

        reasons.add(mark(), "  Another\n client. ", ADMIN);

        assertThat(reasons.current().kept()).isTrue();
        assertThat(words()).containsExactly("Too late.", "Estimate missing.", "Another client.");
    }

    @Test
    void reasons_are_changed_moved_and_removed() {
        reasons.change(mark(), 0, "Much too late.", ADMIN);
        reasons.move(mark(), 1, 0, ADMIN);
        assertThat(words()).containsExactly("Estimate missing.", "Much too late.");

        reasons.remove(mark(), 0, ADMIN);
        assertThat(words()).containsExactly("Much too late.");
    }

    @Test
    void who_removes_the_last_one_gets_those_of_the_setting_again() {
        reasons.remove(mark(), 0, ADMIN);
        reasons.remove(mark(), 0, ADMIN);

        assertThat(reasons.current().kept()).isFalse();
        assertThat(words()).containsExactly("Too late.", "Estimate missing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \t\n", "\u200B\u2060", "\u0007", "a\uE000b", "too late.", "Too  late\u200B.", "TOO LATE."})
    void what_is_no_new_reason_is_refused_at_its_field_and_changes_nothing(String text) {
        ActionRefused refused = refusal(() -> reasons.add(mark(), text, ADMIN));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.INVALID);
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("text");
        assertThat(refused.getMessage()).matches("(Reason|This reason) is .*");
        assertThat(stored.read().reasons()).isEmpty();
    }

    @Test
    void reason_has_two_hundred_characters_at_most_however_many_bytes_they_are() {
        reasons.add(mark(), "\uD83C\uDFD7".repeat(200), ADMIN);

        assertThat(refusal(() -> reasons.add(mark(), "x".repeat(201), ADMIN)).getMessage())
                .contains("200 characters fit");
    }

    @Test
    void reason_can_be_changed_in_its_spelling_and_not_into_another_one() {
        reasons.change(mark(), 0, "TOO LATE.", ADMIN);

        assertThat(words()).startsWith("TOO LATE.");
        assertThat(refusal(() -> reasons.change(mark(), 0, "estimate missing.", ADMIN))
                        .getMessage())
                .isEqualTo("This reason is in the list already.");
    }

    @Test
    void list_does_not_grow_for_ever() {
        IntStream.range(2, 50).forEach(i -> reasons.add(mark(), "Reason " + i, ADMIN));

        assertThat(refusal(() -> reasons.add(mark(), "One more", ADMIN)).getMessage())
                .contains("remove one first");
    }

    @Test
    void of_two_administrators_at_once_the_first_wins_and_the_other_reads_why() {
        String seen = mark();
        reasons.move(seen, 0, 1, ADMIN);

        assertThat(refusal(() -> reasons.remove(seen, 0, ADMIN)).getMessage()).contains("changed meanwhile");
        assertThat(refusal(() -> reasons.add(seen, "New", ADMIN)).reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
        assertThat(words()).containsExactly("Estimate missing.", "Too late.");
    }

    @Test
    void list_of_another_setting_is_another_list() {
        String seen = new KeepReasons(stored, ConfiguredReasons.of("Another|one"), NotAudited.AUDIT)
                .current()
                .mark();

        assertThat(refusal(() -> reasons.remove(seen, 0, ADMIN)).reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, 4711})
    void position_that_is_none_changes_nothing(int position) {
        assertThat(refusal(() -> reasons.remove(mark(), position, ADMIN))).isNotNull();
        assertThat(refusal(() -> reasons.change(mark(), position, "New", ADMIN)))
                .isNotNull();
        assertThat(refusal(() -> reasons.move(mark(), 0, position, ADMIN))).isNotNull();
        assertThat(stored.read().version()).isZero();
    }

    @Test
    void nobody_but_administrators_changes_it() {
        assertThat(refusal(() -> reasons.add(mark(), "New", ANNA)).reason()).isEqualTo(ActionRefused.Reason.FORBIDDEN);
        assertThat(refusal(() -> reasons.remove(mark(), 0, ANNA)).reason()).isEqualTo(ActionRefused.Reason.FORBIDDEN);
    }
}
