package io.projectexport.sandbox;

import io.projectexport.sandbox.DemoSwitches.Switch;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Everything that belongs to the one Xero organisation, and that {@link SandboxXero#clear()} forgets. */
final class SandboxOrganisation {

    private static final String PROJECTS = "/projects.xro/2.0/Projects";
    private static final String ACCOUNTING = "/api.xro/2.0";

    final DemoSwitches switches = new DemoSwitches();
    final Faults faults = new Faults();
    final RequestLog log = new RequestLog();
    final Contacts contacts;
    final ProjectsApi projects;
    final TrackingCategories trackingCategories;
    final Limits limits;
    final IdempotencyKeys idempotencyKeys;
    private final Router router = new Router();

    SandboxOrganisation(Clock clock) {
        contacts = new Contacts(clock);
        projects = new ProjectsApi(contacts, switches, clock);
        trackingCategories = new TrackingCategories(switches);
        limits = new Limits(clock);
        idempotencyKeys = new IdempotencyKeys(clock);
        routes();
    }

    /** Answers an authorised call. */
    SentAnswer answer(ReceivedRequest request) {
        return faults.apply(
                request,
                () -> switches.answer(
                        request,
                        () -> switches.isOn(Switch.FORGETS_KEYS)
                                ? router.answer(request)
                                : idempotencyKeys.once(request, () -> router.answer(request))));
    }

    private void routes() {
        router.on("POST", PROJECTS, projects::create)
                .on("GET", PROJECTS, projects::list)
                .on("GET", PROJECTS + "/{id}", projects::get)
                .on("PUT", PROJECTS + "/{id}", projects::update)
                .on("PATCH", PROJECTS + "/{id}", projects::patch)
                .on("GET", ACCOUNTING + "/Contacts", contacts::list)
                .on("PUT", ACCOUNTING + "/Contacts", contacts::create)
                .on("POST", ACCOUNTING + "/Contacts", contacts::createOrUpdate)
                .on("GET", ACCOUNTING + "/TrackingCategories", trackingCategories::list)
                .on("GET", ACCOUNTING + "/TrackingCategories/{id}", trackingCategories::get)
                .on("PUT", ACCOUNTING + "/TrackingCategories/{id}/Options", trackingCategories::createOption)
                .on("GET", ACCOUNTING + "/Organisation", request -> organisation());
    }

    private static SentAnswer organisation() {
        return AccountingApi.ok(
                "Organisations",
                List.of(Map.of(
                        "OrganisationID", SandboxXero.TENANT_ID,
                        "Name", SandboxXero.ORGANISATION,
                        "LegalName", SandboxXero.ORGANISATION,
                        "BaseCurrency", SandboxXero.CURRENCY,
                        "CountryCode", "NZ",
                        "Class", "PREMIUM",
                        "OrganisationStatus", "ACTIVE",
                        "ShortCode", SandboxXero.SHORT_CODE)));
    }
}
