package io.projectexport.local;

import static io.projectexport.export.project.ExportStatus.EXPORTING;
import static io.projectexport.export.project.ExportStatus.FAILED_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.READY_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.REJECTED;
import static io.projectexport.export.project.ExportStatus.RETRIEVED;
import static io.projectexport.export.project.ExportStatus.SYNCED;
import static io.projectexport.export.project.ExportStatus.WITHDRAWN;
import static org.awaitility.Awaitility.await;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.sandbox.DemoSwitches;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.SandboxXero;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

/** Submits and decides a dozen projects through the public interfaces, so that every status has some. */
@Order(2)
class DemoProjects implements ApplicationRunner {

    private static final String STUCK = "Ferry Terminal";

    private static final List<Demo> DEMOS = List.of(
            new Demo("P-1001", "Harbour Bridge Widening", "Harbour Council", "Auckland", 12_500_000, READY_TO_EXPORT),
            new Demo("P-1002", "Riverside School", "Ministry of Education", "Hamilton", 4_800_000, READY_TO_EXPORT),
            new Demo("P-1003", "Queen Street Offices", "Kauri Holdings", "Auckland", 9_150_000, READY_TO_EXPORT),
            new Demo("P-1004", "Hillside Clinic", "Waikato Health", "Hamilton", 2_300_000, READY_TO_EXPORT),
            new Demo("P-1005", STUCK, "Harbour Council", "Wellington", 7_700_000, EXPORTING),
            new Demo("P-1006", "Airport Car Park", "Northern Airports", "Auckland", 3_900_000, SYNCED),
            new Demo("P-1007", "Lakeview Apartments", "Kauri Holdings", "Rotorua", 6_400_000, SYNCED),
            new Demo("P-1008", "Old Mill Restoration", "Heritage Trust", "Napier", 850_000, SYNCED),
            new Demo(
                    "P-1009",
                    "Tunnel " + DemoSwitches.REFUSED_MARK,
                    "City Rail",
                    "Auckland",
                    22_000_000,
                    FAILED_TO_EXPORT),
            new Demo("P-1010", "Beach Pavilion", "Harbour Council", "Tauranga", 410_000, REJECTED),
            new Demo("P-1011", "Fire Station East", "City of Dunedin", "Dunedin", 1_950_000, RETRIEVED),
            new Demo("P-1012", "Stadium Roof", "Southern Arena", "Christchurch", 15_300_000, WITHDRAWN));

    private final ApprovalProcess process;
    private final IdentityService identity;
    private final SandboxXero xero;
    private final Accounting accounting;

    DemoProjects(ApprovalProcess process, IdentityService identity, SandboxXero xero, Accounting accounting) {
        this.process = process;
        this.identity = identity;
        this.xero = xero;
        this.accounting = accounting;
    }

    /** A project and the status that it is brought to. */
    private record Demo(String number, String name, String client, String city, int estimate, ExportStatus status) {

        Map<String, Object> fields() {
            return Map.of(
                    "projectNumber", number,
                    "projectName", name,
                    "client", client,
                    "street", "1 Main Street",
                    "city", city,
                    "country", "New Zealand",
                    "estimateAmount", estimate,
                    "deadline", LocalDate.now().plusMonths(9).toString(),
                    "creatorEmail", DemoUser.SUE.email());
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // Tasklist's forms show amounts as they were known at submission
        await().atMost(Duration.ofSeconds(5)).until(() -> accounting.currency().isPresent());
        xero.onName(STUCK, Fault.tooManyAtOnce());
        DEMOS.forEach(this::bring);
    }

    private void bring(Demo demo) {
        UUID id = as(DemoUser.SAM, () -> process.submit(demo.fields()));
        switch (demo.status()) {
            case EXPORTING, SYNCED, FAILED_TO_EXPORT -> as(DemoUser.ANNA, () -> process.accept(id, JobChoice.NONE));
            case REJECTED ->
                as(DemoUser.BEN, () -> process.reject(id, "The estimate does not match the signed contract."));
            case RETRIEVED -> as(DemoUser.SAM, () -> process.retrieve(id));
            case WITHDRAWN -> {
                as(DemoUser.SAM, () -> process.retrieve(id));
                as(DemoUser.SAM, () -> process.withdraw(id));
            }
            case READY_TO_EXPORT -> {
                // it waits for somebody to try the review
            }
        }
    }

    private void as(DemoUser user, Runnable work) {
        as(user, () -> {
            work.run();
            return null;
        });
    }

    private <T> T as(DemoUser user, Supplier<T> work) {
        identity.setAuthentication(user.login(), groups(user));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<String> groups(DemoUser user) {
        return identity.createGroupQuery().groupMember(user.login()).list().stream()
                .map(group -> group.getId())
                .toList();
    }
}
