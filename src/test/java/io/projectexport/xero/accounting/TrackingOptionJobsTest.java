package io.projectexport.xero.accounting;

import static io.projectexport.xero.ScriptedXero.CATEGORY;
import static io.projectexport.xero.ScriptedXero.NOW;
import static io.projectexport.xero.ScriptedXero.ORGANISATION;
import static io.projectexport.xero.ScriptedXero.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.xero.ScriptedXero;
import io.projectexport.xero.client.XeroSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingOptionJobsTest {

    private static final UUID OPTION = UUID.fromString("34669548-b989-487a-979f-0787d04568a2");
    private static final String READ = "GET /api.xro/2.0/TrackingCategories/" + CATEGORY;
    private static final String CREATE = "PUT /api.xro/2.0/TrackingCategories/" + CATEGORY + "/Options";
    private static final JobRequest BRIDGE =
            new JobRequest("P-1 - Harbour Bridge", null, new BigDecimal("12500.00"), LocalDate.of(2027, 3, 31));

    @AutoClose
    private final ScriptedXero xero = new ScriptedXero();

    private final XeroAccounting accounting =
            xero.accounting(xero.settings(XeroSettings.JobType.TRACKING_OPTION, null, null));

    private static String option(UUID id, String name, String status) {
        return """
                {"TrackingOptionID": "%s", "Name": "%s", "Status": "%s"}""".formatted(id, name, status);
    }

    private void theCategoryHas(String... options) {
        xero.on(READ, json(200, """
                {"TrackingCategories": [{"TrackingCategoryID": "%s", "Name": "Job", "Status": "ACTIVE",
                  "Options": [%s]}]}""".formatted(CATEGORY, String.join(",", options))));
    }

    @Test
    void an_option_is_created() {
        xero.on(CREATE, json(200, "{\"Options\": [" + option(OPTION, "P-1 - Harbour Bridge", "ACTIVE") + "]}"));

        assertThat(accounting.create(BRIDGE, "key-1"))
                .isEqualTo(new XeroJob(OPTION.toString(), "https://go.xero.com/Setup/Tracking.aspx"));
        assertThat(xero.only(CREATE).body()).isEqualTo("{\"Name\":\"P-1 - Harbour Bridge\"}");
        assertThat(xero.only(CREATE).header("Idempotency-Key")).isEqualTo("key-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Options\": []}",
                "{\"Options\": null}",
                "{\"Options\": [{\"Name\": \"P-1 - Harbour Bridge\"}]}",
                "{\"Options\": [{\"TrackingOptionID\": \"34669548-b989-487a-979f-0787d04568a2\", \"Name\": \"Other\"},"
                        + "{\"TrackingOptionID\": \"34669548-b989-487a-979f-0787d04568a3\", \"Name\": \"Another\"}]}"
            })
    void a_success_without_the_option_leaves_the_outcome_unknown(String answer) {
        xero.on(CREATE, json(200, answer));

        ExportFailure failure = catchThrowableOfType(ExportFailure.class, () -> accounting.create(BRIDGE, "key-1"));
        assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.UNAVAILABLE);
        assertThat(failure).hasMessage("Xero's answer does not say what was created.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-1 - harbour bridge", "P-1 - Harbour", "P-1 &#45; Harbour Bridge", "Something else", ""})
    void the_answers_id_counts_whatever_name_was_stored(String stored) {
        xero.on(CREATE, json(200, "{\"Options\": [" + option(OPTION, stored, "ACTIVE") + "]}"));

        assertThat(accounting.create(BRIDGE, "key-1").id()).isEqualTo(OPTION.toString());
    }

    @Test
    void the_option_is_found_in_an_answer_with_all_options_of_the_category() {
        String others = option(UUID.randomUUID(), "P-10 - Dam", "ACTIVE") + ","
                + option(UUID.randomUUID(), "P-1 - Dam", "ACTIVE");
        xero.on(
                CREATE,
                json(200, "{\"Options\": [" + others + "," + option(OPTION, "P-1 - HARBOUR BRIDGE", "ACTIVE") + "]}"));

        assertThat(accounting.create(BRIDGE, "key-1").id()).isEqualTo(OPTION.toString());
    }

    @Test
    void a_duplicate_is_refused_in_xeros_words() {
        xero.on(CREATE, json(400, """
                {"ErrorNumber": 10, "Type": "ValidationException", "Message": "A validation exception occurred",
                 "Elements": [{"ValidationErrors": [{"Message": "Duplicate tracking option name"},
                   {"Message": "Too many options"}]}]}"""));

        ExportFailure failure = catchThrowableOfType(ExportFailure.class, () -> accounting.create(BRIDGE, "key-1"));
        assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.REFUSED);
        assertThat(failure.errors())
                .extracting(ExportError::message)
                .containsExactly("Duplicate tracking option name", "Too many options");
    }

    @Test
    void options_of_that_name_in_whichever_letters_are_found_and_archived_ones_say_so() {
        UUID inOtherLetters = UUID.randomUUID();
        UUID archived = UUID.randomUUID();
        theCategoryHas(
                option(UUID.randomUUID(), "P-10 - Harbour Bridge", "ACTIVE"),
                option(inOtherLetters, "p-1 - harbour bridge", "ACTIVE"),
                option(archived, "P-1 - Harbour Bridge", "ARCHIVED"),
                option(UUID.randomUUID(), "P-1 - Harbour Bridge", "DELETED"),
                option(OPTION, "P-1 - Harbour Bridge", "ACTIVE"));

        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).same())
                .extracting(found -> found.job().id(), FoundJob::details)
                .containsExactlyInAnyOrder(
                        tuple(OPTION.toString(), "active tracking option"),
                        tuple(inOtherLetters.toString(), "name: p-1 - harbour bridge, active tracking option"),
                        tuple(
                                archived.toString(),
                                "archived tracking option, which Xero offers nobody until it is restored"));
    }

    @Test
    void an_unknown_category_is_refused_with_the_setting_to_check() {
        xero.on(READ, json(404, "{\"Type\": null, \"Title\": \"Not found\", \"Status\": 404}"));

        ExportFailure failure = catchThrowableOfType(ExportFailure.class, () -> accounting.find("P-1", NOW));
        assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.REFUSED);
        assertThat(failure.errors().get(0).remedy()).contains("XERO_TRACKING_CATEGORY_ID");
    }

    @Test
    void the_preview_names_the_category_once_it_is_known() {
        assertThat(accounting.preview(BRIDGE)).isEqualTo("Tracking option: P-1 - Harbour Bridge");

        theCategoryHas();
        xero.on(ORGANISATION, json(200, "{\"Organisations\": [{\"BaseCurrency\": \"NZD\"}]}"));
        accounting.loadInBackground();

        assertThat(accounting.preview(BRIDGE))
                .isEqualTo("Tracking option: P-1 - Harbour Bridge\nTracking category: Job");
    }

    @Test
    void options_have_no_contacts_and_names_of_100_characters() {
        assertThat(accounting.hasContacts()).isFalse();
        assertThat(accounting.maxNameLength()).isEqualTo(100);
    }
}
