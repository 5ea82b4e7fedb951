package io.projectexport.xero.accounting;

import static io.projectexport.xero.ScriptedXero.CREATE_PROJECT;
import static io.projectexport.xero.ScriptedXero.ORGANISATION;
import static io.projectexport.xero.ScriptedXero.html;
import static io.projectexport.xero.ScriptedXero.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.xero.ScriptedXero;
import io.projectexport.xero.client.XeroSettings;
import java.math.BigDecimal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XeroAccountingTest {

    private static final String ID = "ed957eee-bc6f-4f52-a663-aa42e6af9620";
    private static final String URL = "https://go.xero.com/app/projects/project/" + ID;
    private static final JobRequest BRIDGE =
            new JobRequest("P-1 - Harbour Bridge", null, new BigDecimal("12500"), null);
    private static final ScriptedXero.Answer KNOWN = json(200, """
            {"Organisations": [{"Name": "Bridge Builders", "BaseCurrency": "NZD", "ShortCode": "!23vV8",
              "CreatedDateUTC": "/Date(1488391422280+0000)/"}]}""");

    @AutoClose
    private final ScriptedXero xero = new ScriptedXero();

    @BeforeEach
    void xero_creates_projects() {
        xero.on(CREATE_PROJECT, json(201, "{\"projectId\": \"" + ID + "\"}"));
    }

    private XeroAccounting accounting(String jobUrlTemplate) {
        return xero.accounting(xero.settings(XeroSettings.JobType.PROJECT, null, jobUrlTemplate));
    }

    @Test
    void amounts_carry_the_currency_once_it_is_known() {
        XeroAccounting accounting = accounting(null);
        xero.on(ORGANISATION, KNOWN);
        assertThat(accounting.currency()).isEmpty();
        assertThat(accounting.preview(BRIDGE)).endsWith("Estimate: 12,500.00");

        accounting.loadInBackground();

        assertThat(accounting.currency()).contains("NZD");
        assertThat(accounting.preview(BRIDGE)).endsWith("Estimate: NZD 12,500.00");
    }

    @Test
    void what_could_not_be_learned_is_learned_after_the_next_export() {
        XeroAccounting accounting = accounting(null);
        xero.on(ORGANISATION, html(503), html(200), KNOWN);
        accounting.loadInBackground();
        accounting.create(BRIDGE, "key-1");
        assertThat(accounting.currency()).isEmpty();

        accounting.create(BRIDGE, "key-2");
        accounting.create(BRIDGE, "key-3");

        assertThat(accounting.currency()).contains("NZD");
        assertThat(xero.requests(ORGANISATION)).hasSize(3);
    }

    @Test
    void a_currency_that_xero_java_does_not_know_stays_unknown() {
        XeroAccounting accounting = accounting(null);
        xero.on(ORGANISATION, json(200, "{\"Organisations\": [{\"BaseCurrency\": \"XXZ\", \"ShortCode\": \"!1\"}]}"));
        accounting.loadInBackground();

        assertThat(accounting.currency()).isEmpty();
    }

    @Test
    void a_plan_class_or_status_that_xero_java_does_not_know_hides_nothing_else() {
        XeroAccounting accounting = accounting(null);
        xero.on(ORGANISATION, json(200, """
                {"Organisations": [{"BaseCurrency": "NZD", "ShortCode": "!1", "Class": "ULTIMATE_2027", "Edition": "?",
                  "OrganisationStatus": "DORMANT", "Version": "MOON", "CreatedDateUTC": "today"}]}"""));
        accounting.loadInBackground();

        assertThat(accounting.currency()).contains("NZD");
    }

    @Test
    void a_template_places_id_and_short_code() {
        XeroAccounting accounting = accounting("https://go.xero.com/app/{shortCode}/projects/{id}");
        xero.on(ORGANISATION, KNOWN);
        accounting.loadInBackground();

        assertThat(accounting.create(BRIDGE, "key-1"))
                .isEqualTo(new XeroJob(ID, "https://go.xero.com/app/!23vV8/projects/" + ID));
    }

    @Test
    void a_link_works_without_a_short_code_as_long_as_it_is_unknown() {
        assertThat(accounting("https://go.xero.com/app/{shortCode}/projects/{id}")
                        .create(BRIDGE, "key-1"))
                .isEqualTo(new XeroJob(ID, URL));
    }
}
