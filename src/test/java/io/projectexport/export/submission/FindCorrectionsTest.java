package io.projectexport.export.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.submission.Correction.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindCorrectionsTest {

    private final BusinessFixture business = new BusinessFixture();
    private final Person stranger = business.people.with("stranger", Privilege.SUBMIT);
    private final SortedMap<Integer, Map<String, Object>> rows = new TreeMap<>();

    @Test
    void own_project_that_was_rejected_is_corrected_field_by_field() {
        UUID rejected = rejected("P-7", "The estimate is too high");
        Map<String, Object> row = row(2, "p-7");
        row.put("estimateAmount", "900");
        row.put("city", "");
        row.put("state", "Otago");

        for (Person owner : List.of(business.sam, business.sue)) {
            assertThat(corrections(owner)).containsOnlyKeys(2);
            Correction correction = corrections(owner).get(2);
            assertThat(correction.export().id()).isEqualTo(rejected);
            assertThat(correction.rejection().comment()).isEqualTo("The estimate is too high");
            assertThat(correction.changes())
                    .containsExactly(
                            new Change(ProjectField.PROJECT_NUMBER, "P-7", "p-7"),
                            new Change(ProjectField.CITY, "Auckland", null),
                            new Change(ProjectField.STATE, null, "Otago"),
                            new Change(ProjectField.ESTIMATE_AMOUNT, "1250000.50", "900.00"));
            assertThat(problems(owner, 2)).isEmpty();
        }
    }

    @Test
    void what_was_taken_back_is_corrected_and_what_says_nothing_new_changes_nothing() {
        UUID retrieved = submitted("P-7");
        business.retrieveProject.retrieve(retrieved, business.sam);
        rows.put(2, Map.of("projectNumber", "P-7"));

        Correction correction = corrections(business.sam).get(2);

        assertThat(correction.rejection()).isNull();
        assertThat(correction.changes()).isEmpty();
        assertThat(problems(business.sam, 2)).isEmpty();
    }

    @Test
    void of_several_rejections_the_last_one_is_told() {
        UUID id = rejected("P-7", "First");
        business.submitProject.submit(id, Map.of(), business.sam);
        business.reviewProject.reject(id, business.anna, "Second");
        row(2, "P-7");

        assertThat(corrections(business.sam).get(2).rejection().comment()).isEqualTo("Second");
    }

    @Test
    void number_of_somebody_else_or_of_an_own_living_project_is_taken_as_ever() {
        rejected("P-7", "No");
        submitted("P-8");
        row(2, "P-7");
        row(3, "P-8");

        for (Person person : List.of(stranger, business.ben)) {
            assertThat(corrections(person)).isEmpty();
            assertThat(problems(person, 2)).singleElement().asString().containsAnyOf("is taken.", "is already there");
        }
        assertThat(corrections(business.sam)).containsOnlyKeys(2);
        assertThat(problems(business.sam, 3)).singleElement().asString().contains("is Ready to Export");
    }

    @Test
    void who_may_not_submit_any_more_corrects_nothing() {
        rejected("P-7", "No");
        row(2, "P-7");

        assertThat(corrections(business.people.with("sam"))).isEmpty();
    }

    @Test
    void correction_is_checked_as_the_whole_project_that_it_becomes() {
        rejected("P-7", "No");
        rows.put(2, Map.of("projectNumber", "P-7", "client", "Port"));
        rows.put(3, Map.of("projectNumber", "P-7", "projectName", " "));
        rows.put(4, Map.of("projectNumber", "P-7"));
        rows.put(5, Map.of("projectNumber", "P-9"));

        assertThat(problems(business.sam, 2)).isEmpty();
        assertThat(problems(business.sam, 3))
                .containsExactly("Project name is missing.", "Project number P-7 is already in row 2 of this file.");
        assertThat(problems(business.sam, 4)).containsExactly("Project number P-7 is already in row 2 of this file.");
        assertThat(problems(business.sam, 5)).containsExactly("Project name is missing.");
        assertThat(corrections(business.sam).get(3).changes()).isEmpty();
    }

    private Map<Integer, Correction> corrections(Person person) {
        return business.findCorrections.of(rows, person);
    }

    private List<String> problems(Person person, int row) {
        return business.checkProjects.problems(rows, person).get(row).stream()
                .map(FieldError::message)
                .toList();
    }

    private Map<String, Object> row(int row, String number) {
        Map<String, Object> fields = new HashMap<>(BusinessFixture.fields("projectNumber", number));
        rows.put(row, fields);
        return fields;
    }

    private UUID rejected(String number, String reason) {
        return business.reviewProject
                .reject(submitted(number), business.anna, reason)
                .id();
    }

    private UUID submitted(String number) {
        return business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("projectNumber", number), business.sam)
                .id();
    }
}
