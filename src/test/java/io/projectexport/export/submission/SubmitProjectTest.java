package io.projectexport.export.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.query.ProjectQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitProjectTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void a_submission_waits_for_an_approver() {
        ProjectExport export = submit(BusinessFixture.fields("projectNumber", "P-7"));

        assertThat(export.status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
        assertThat(export.submission().round()).isEqualTo(1);
        assertThat(export.submission().submitter()).isEqualTo("sam");
        assertThat(export.submission().creator()).isEqualTo("sue");
        assertThat(export.project().estimateAmount()).isEqualTo(new BigDecimal("1250000.50"));
        assertThat(export.project().deadline()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(business.exports.history(export.id()))
                .extracting(HistoryEntry::what, HistoryEntry::who)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Submitted", "sam"));
    }

    @Test
    void without_a_creator_the_submitter_is_the_creator() {
        Submission submission =
                submit(BusinessFixture.fields("creatorEmail", " ")).submission();

        assertThat(submission.creator()).isEqualTo("sam");
        assertThat(submission.creatorEmail()).isEqualTo("sam@example.com");
    }

    @Test
    void a_creator_who_is_no_user_still_gets_mail() {
        Submission submission = submit(BusinessFixture.fields("creatorEmail", "architect@else.example"))
                .submission();

        assertThat(submission.creator()).isNull();
        assertThat(submission.creatorEmail()).isEqualTo("architect@else.example");
    }

    @Test
    void blanks_around_and_inside_names_collapse() {
        ProjectExport export = submit(BusinessFixture.fields("projectName", " \t Harbour \u00a0\n Bridge\u2003"));

        assertThat(export.project().name()).isEqualTo("Harbour Bridge");
    }

    @ParameterizedTest
    @CsvSource({
        "projectNumber, ''",
        "projectName, '   '",
        "projectNumber, A - B",
        "projectNumber, A -",
        "estimateAmount, a lot",
        "estimateAmount, -1",
        "estimateAmount, 1.005",
        "estimateAmount, 1.000",
        "estimateAmount, 1e99",
        "deadline, 31.03.2027",
        "deadline, 2027-02-30",
        "deadline, 1899-12-31",
        "deadline, 3000-01-01",
        "deadline, +999999999-12-31",
        "creatorEmail, sue",
        "creatorEmail, 'sue@example.com, eve@example.com'",
        "creatorEmail, sue.@example.com",
        "creatorEmail, sue@my_company.com",
        "creatorEmail, sue@example.com>",
        "creatorEmail, sue@example.com;",
        "creatorEmail, 'sue@example.com,'",
        "creatorEmail, sue@\u0435xample.com",
        "creatorEmail, Łukasz@example.com",
        "creatorEmail, jörg@example.com",
        "creatorEmail, o\uFB03ce@example.com",
        "creatorEmail, sue@straße.example",
        "projectName, 'a\0b'",
        "projectName, 'a\uE000b'",
        "projectName, 'a\uFFFFb'",
    })
    void bad_input_is_refused_by_field_and_leaves_nothing_behind(String field, String value) {
        ActionRefused refused = refusal(BusinessFixture.fields(field, value));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.INVALID);
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly(field);
        assertThat(problems(BusinessFixture.fields(field, value))).isEqualTo(refused.errors());
        assertThat(business.exports.search(everything()).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.23E+06",
                "1,23E+06",
                "1.23e6",
                "5E3",
                "1.2 E 6",
                "+4.84E+006",
                "1.25E-1",
                "\uFF11.\uFF12\uFF25+\uFF10\uFF16",
                "1.2E\u221206"
            })
    void amount_that_a_spreadsheet_has_shortened_is_asked_about(String shortened) {
        assertThat(refusal(BusinessFixture.fields("estimateAmount", shortened)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .isEqualTo(
                                "Estimate must be an amount with all of its digits, as 12500.00; \"%s\" has lost"
                                        + " some of them.",
                                shortened));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tbc", "n/a", "to be confirmed", "?", "\u2014", "NZD"})
    void estimate_that_is_not_known_yet_is_told_to_be_left_empty(String unknown) {
        assertThat(refusal(BusinessFixture.fields("estimateAmount", unknown)).errors())
                .extracting(FieldError::message)
                .containsExactly("Estimate must be a number, as 12500.00; leave it empty as long as it is not known.");
    }

    @ParameterizedTest
    @CsvSource({"'250,000', 250000", "'12,500', 12500", "1.000, 1000", "'1,250', 1250"})
    void amount_that_can_be_read_in_two_ways_is_told_how_to_write_it_so_that_it_is_taken(String typed, String plain) {
        assertThat(refusal(BusinessFixture.fields("estimateAmount", typed)).errors())
                .extracting(FieldError::message)
                .containsExactly("Estimate \"%s\" can be read in two ways: write it as %s, or with its cents as %s.00."
                        .formatted(typed, plain, plain));
        assertThat(submit(BusinessFixture.fields("estimateAmount", plain + ".00"))
                        .project()
                        .estimateAmount())
                .isEqualByComparingTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-31", "2027-13-01", "2026-02-29", "2027-06-31"})
    void day_that_no_calendar_has_is_called_so(String day) {
        assertThat(refusal(BusinessFixture.fields("deadline", day)).errors())
                .extracting(FieldError::message)
                .containsExactly("Deadline \"%s\" is no day of the calendar.".formatted(day));
    }

    @Test
    void number_of_a_program_is_exact_however_it_is_written() {
        for (Number number : List.of(new BigDecimal("1.23E+6"), 1.23E6, 1230000L)) {
            Map<String, Object> fields = BusinessFixture.fields("projectNumber", "E-" + number.hashCode());
            fields.put("estimateAmount", number);

            assertThat(submit(fields).project().estimateAmount()).isEqualTo(new BigDecimal("1230000.00"));
        }
    }

    @Test
    void what_no_project_is_taken_in_without_is_what_is_called_required() {
        assertThat(refusal(Map.of()).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProjectField.values())
                        .filter(ProjectField::isRequired)
                        .map(ProjectField::key)
                        .toList());
    }

    @Test
    void examples_of_all_fields_make_a_project_that_is_taken_in_with_each_of_them() {
        Map<String, Object> examples = Arrays.stream(ProjectField.values())
                .collect(Collectors.toMap(ProjectField::key, ProjectField::example));

        assertThat(SubmittedFields.of(submit(examples).submission())).isEqualTo(examples);
    }

    @Test
    void every_problem_is_named_at_once() {
        Map<String, Object> fields = BusinessFixture.fields("projectName", "x".repeat(256));
        fields.put("projectNumber", null);
        fields.put("deadline", "soon");
        fields.put("client", List.of("not", "text"));

        assertThat(refusal(fields).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("projectNumber", "projectName", "deadline", "client");
    }

    @Test
    void a_name_that_does_not_fit_into_xero_is_refused_at_submission() {
        Map<String, Object> fields = BusinessFixture.fields("projectNumber", "P-1");
        fields.put("projectName", "x".repeat(95));

        assertThat(refusal(fields).errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("projectName");
            assertThat(error.message()).contains("1 characters too long").contains("100 characters fit");
        });
    }

    @Test
    void control_characters_are_refused() {
        assertThat(refusal(BusinessFixture.fields("client", "ACME\u0000")).errors())
                .extracting(FieldError::field)
                .containsExactly("client");
    }

    @Test
    void the_second_submission_of_a_number_is_refused_and_names_the_first() {
        ProjectExport first = submit(BusinessFixture.fields("projectNumber", "P-7"));

        ActionRefused refused = refusal(BusinessFixture.fields("projectNumber", "p-7"));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
        assertThat(refused).hasMessage("Project number p-7 is already there: \"Harbour Bridge\" is Ready to Export.");
        assertThat(refused.errors()).extracting(FieldError::exportId).containsExactly(first.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202A2026-0417\u202C",
                "2026-0417\u200E",
                "2026\u20110417",
                "\uFF12\uFF10\uFF12\uFF16-\uFF10\uFF14\uFF11\uFF17",
                "2026\u20130417",
                "20\u200D26-04\u00AD17",
                "\uFEFF2026-0417\u3164",
                "2026-0417\uDB40\uDC41"
            })
    void one_number_is_one_project_however_it_is_spelled(String spelling) {
        ProjectExport first = submit(BusinessFixture.fields("projectNumber", "2026-0417"));

        assertThat(refusal(BusinessFixture.fields("projectNumber", spelling)).errors())
                .extracting(FieldError::exportId)
                .containsExactly(first.id());
        assertThat(problems(BusinessFixture.fields("projectNumber", spelling))).hasSize(1);
        assertThat(twoRows("2026-0418", spelling.replace('7', '8').replace('\uFF17', '\uFF18')))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("is already in row 1 of this file"));
    }

    @ParameterizedTest
    @CsvSource({"A \u2013 B", "A \u2014 B", "A \u2212 B", "A \uFF0D B", "A\u00A0-\u2003B", "A \u2011", "A \u200B- B"})
    void look_alike_of_what_ends_a_number_is_refused(String number) {
        assertThat(refusal(BusinessFixture.fields("projectNumber", number)).errors())
                .extracting(FieldError::field)
                .containsExactly("projectNumber");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3164",
                "\u2800\u2800",
                "\u200B\u200D\uFEFF",
                "\uDB40\uDC41\uDB40\uDC7F",
                "\u202E",
                "\u115F\u1160"
            })
    void a_name_of_nothing_that_can_be_seen_is_missing(String invisible) {
        Map<String, Object> fields = BusinessFixture.fields("projectName", invisible);
        fields.put("projectNumber", invisible);

        assertThat(refusal(fields).errors())
                .extracting(FieldError::message)
                .containsExactlyInAnyOrder("Project number is missing.", "Project name is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍🔧 Harbour", "می‌خواهم", "\uD83E\uDEE8 Pier", "ന്‍", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 Bridge"})
    void letters_of_every_script_and_emoji_are_kept(String name) {
        assertThat(submit(BusinessFixture.fields("projectName", name)).project().name())
                .isEqualTo(name);
    }

    @Test
    void text_that_would_turn_a_page_around_is_kept_without_that() {
        assertThat(submit(BusinessFixture.fields("projectName", "Pier \u202Efdp.exe\u202C"))
                        .project()
                        .name())
                .isEqualTo("Pier fdp.exe");
    }

    @ParameterizedTest
    @CsvSource({
        "anna@bücher.example, anna@bücher.example",
        "anna@XN--BCHER-KVA.example, anna@bücher.example",
        "Anna@EXAMPLE.com\u200E, Anna@example.com",
        "ａｎｎａ@example.com, anna@example.com"
    })
    void a_creator_is_kept_as_mail_servers_know_the_address(String address, String kept) {
        assertThat(submit(BusinessFixture.fields("creatorEmail", address))
                        .submission()
                        .creatorEmail())
                .isEqualTo(kept);
    }

    @Test
    void a_withdrawn_number_is_free_again() {
        ProjectExport first = submit(BusinessFixture.fields("projectNumber", "P-7"));
        business.retrieveProject.retrieve(first.id(), business.sam);
        business.withdrawProject.withdraw(first.id(), business.sam);

        assertThat(submit(BusinessFixture.fields("projectNumber", "P-7")).status())
                .isEqualTo(ExportStatus.READY_TO_EXPORT);
    }

    @Test
    void who_may_not_submit_is_refused() {
        ActionRefused refused = catchThrowableOfType(
                ActionRefused.class,
                () -> business.submitProject.submit(UUID.randomUUID(), BusinessFixture.fields(), business.anna));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.FORBIDDEN);
    }

    @Test
    void a_resubmission_starts_the_next_round_and_keeps_what_was_not_changed() {
        var id = business.rejected();

        ProjectExport again =
                business.submitProject.submit(id, Map.of("projectName", "Harbour Bridge II"), business.sue);

        assertThat(again.submission().round()).isEqualTo(2);
        assertThat(again.submission().submitter()).isEqualTo("sam");
        assertThat(again.project().name()).isEqualTo("Harbour Bridge II");
        assertThat(again.project().client()).isEqualTo("Harbour Council");
        assertThat(again.status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
        assertThat(again.decision()).isNull();
    }

    @Test
    void the_history_keeps_what_a_resubmission_changed_field_by_field() {
        var id = business.rejected();

        business.submitProject.submit(id, Map.of("projectName", "Harbour Bridge II", "client", ""), business.sam);

        assertThat(business.exports.history(id))
                .last()
                .extracting(HistoryEntry::comment)
                .isEqualTo("Project name: Harbour Bridge → Harbour Bridge II\nClient: Harbour Council → (empty)");
        business.reviewProject.reject(id, business.anna, "Still wrong");
        business.submitProject.submit(id, Map.of(), business.sam);
        assertThat(business.exports.history(id))
                .last()
                .extracting(HistoryEntry::comment)
                .isEqualTo("Nothing was changed.");
    }

    @Test
    void a_submission_keeps_the_name_that_its_submitter_had_until_the_next_round() {
        UUID id = business.submitted();
        business.people.with(new Person("sam", "Sam Married", null, Set.of(Privilege.SUBMIT)));
        assertThat(business.export(id).submission().submitterName()).isEqualTo("Name of sam");

        business.reviewProject.reject(id, business.anna, "The estimate is missing");
        business.submitProject.submit(id, Map.of(), business.sue);

        assertThat(business.export(id).submission().submitterName()).isEqualTo("Sam Married");
    }

    @Test
    void a_submitter_without_a_name_is_known_by_the_login() {
        Submission stored = new Submission(null, "sam", null, null, null, 1, BusinessFixture.NOW);

        assertThat(stored.submitterName()).isEqualTo("sam");
    }

    @Test
    void a_project_under_review_cannot_be_resubmitted() {
        var id = business.submitted();

        ActionRefused refused = catchThrowableOfType(
                ActionRefused.class, () -> business.submitProject.submit(id, BusinessFixture.fields(), business.sam));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
    }

    private List<FieldError> problems(Map<String, Object> fields) {
        return business.checkProjects
                .problems(new TreeMap<>(Map.of(1, fields)), business.sam)
                .get(1);
    }

    private List<FieldError> twoRows(String first, String second) {
        return business.checkProjects
                .problems(
                        new TreeMap<>(Map.of(
                                1, BusinessFixture.fields("projectNumber", first),
                                2, BusinessFixture.fields("projectNumber", second))),
                        business.sam)
                .get(2);
    }

    private ProjectExport submit(Map<String, Object> fields) {
        return business.submitProject.submit(UUID.randomUUID(), fields, business.sam);
    }

    private ActionRefused refusal(Map<String, Object> fields) {
        return catchThrowableOfType(ActionRefused.class, () -> submit(fields));
    }

    private static ProjectQuery everything() {
        return new ProjectQuery(null, null, null, ProjectQuery.Sort.SUBMITTED_AT, false, 0, 10);
    }
}
