package io.projectexport.export.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckSubmissionsTest {

    private final BusinessFixture business = new BusinessFixture();
    private final Person stranger = business.people.with("stranger", Privilege.SUBMIT);
    private final SortedMap<Integer, Map<String, Object>> rows = new TreeMap<>();

    @Test
    void what_will_go_through_has_no_problem() {
        row(1, BusinessFixture.fields());
        row(2, BusinessFixture.fields());

        assertThat(business.checkProjects.problems(rows, business.sam)).isEqualTo(Map.of(1, List.of(), 2, List.of()));
    }

    @Test
    void taken_number_is_found_whatever_its_case_and_told_in_the_words_of_the_submission() {
        submit(BusinessFixture.fields("projectNumber", "stra\u00dfe-7"));
        Map<String, Object> second = BusinessFixture.fields("projectNumber", " STRASSE-7 ");
        row(1, second);

        ActionRefused refused = catchThrowableOfType(ActionRefused.class, () -> submit(second));

        assertThat(business.checkProjects.problems(rows, business.sam).get(1)).isEqualTo(refused.errors());
    }

    @Test
    void taken_number_tells_those_who_may_not_read_the_first_that_it_is_taken_and_nothing_else() {
        Map<String, Object> secret = BusinessFixture.fields("projectNumber", "P-7");
        secret.put("projectName", "Secret tower");
        UUID first = submit(secret);
        Map<String, Object> second = BusinessFixture.fields("projectNumber", "p-7");
        row(1, second);

        ActionRefused refused = catchThrowableOfType(
                ActionRefused.class, () -> business.submitProject.submit(UUID.randomUUID(), second, stranger));

        assertThat(refused).hasMessage("Project number p-7 is taken.");
        assertThat(business.checkProjects.problems(rows, stranger).get(1)).isEqualTo(refused.errors());
        for (Person reader : List.of(business.sam, business.sue, business.ben)) {
            assertThat(business.checkProjects.problems(rows, reader).get(1))
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.message()).contains("Secret tower", "Ready to Export");
                        assertThat(error.exportId()).isEqualTo(first);
                    });
        }
    }

    @Test
    void a_correction_to_the_number_of_somebody_elses_project_tells_nothing_of_it() {
        submit(BusinessFixture.fields("projectNumber", "P-7"));
        UUID own = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("projectNumber", "P-8"), stranger)
                .id();
        business.retrieveProject.retrieve(own, stranger);

        assertThatThrownBy(() -> business.submitProject.submit(own, Map.of("projectNumber", "P-7"), stranger))
                .hasMessage("Project number P-7 is taken.");
    }

    @Test
    void withdrawn_number_is_free() {
        UUID first = submit(BusinessFixture.fields("projectNumber", "P-7"));
        business.retrieveProject.retrieve(first, business.sam);
        business.withdrawProject.withdraw(first, business.sam);
        row(1, BusinessFixture.fields("projectNumber", "P-7"));

        assertThat(messages(1)).isEmpty();
    }

    @Test
    void number_used_twice_names_the_row_that_has_it_first() {
        row(2, BusinessFixture.fields("projectNumber", "P-7"));
        row(5, BusinessFixture.fields("projectNumber", "p-7"));
        row(6, BusinessFixture.fields("projectNumber", "P-7"));

        assertThat(messages(2)).isEmpty();
        assertThat(messages(5)).containsExactly("Project number p-7 is already in row 2 of this file.");
        assertThat(messages(6)).containsExactly("Project number P-7 is already in row 2 of this file.");
    }

    @Test
    void row_that_will_be_refused_leaves_its_number_to_a_later_one() {
        Map<String, Object> wrong = BusinessFixture.fields("projectNumber", "P-7");
        wrong.put("deadline", "soon");
        row(1, wrong);
        row(2, BusinessFixture.fields("projectNumber", "P-7"));

        assertThat(messages(1)).hasSize(1);
        assertThat(messages(2)).isEmpty();
    }

    @Test
    void taken_number_is_told_together_with_whatever_else_is_wrong() {
        submit(BusinessFixture.fields("projectNumber", "P-7"));
        Map<String, Object> wrong = BusinessFixture.fields("projectNumber", "P-7");
        wrong.put("deadline", "soon");
        row(1, wrong);

        assertThat(business.checkProjects.problems(rows, business.sam).get(1))
                .extracting(FieldError::field)
                .containsExactly("deadline", "projectNumber");
    }

    private void row(int row, Map<String, Object> fields) {
        rows.put(row, fields);
    }

    private List<String> messages(int row) {
        return business.checkProjects.problems(rows, business.sam).get(row).stream()
                .map(FieldError::message)
                .toList();
    }

    private UUID submit(Map<String, Object> fields) {
        return business.submitProject
                .submit(UUID.randomUUID(), fields, business.sam)
                .id();
    }
}
