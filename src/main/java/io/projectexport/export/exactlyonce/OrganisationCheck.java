package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Check that an export goes to the organisation in Xero that it was approved for, because an administrator can connect another one
 * meanwhile.
 */
@Component
public class OrganisationCheck {

    private static final String APPROVED_ELSEWHERE =
            "This project was approved for the organisation %s in Xero, and another one is connected now, so nothing was exported.";
    private static final String ASKED_ELSEWHERE =
            "An earlier call to Xero was never answered. It went to the organisation %s, and another one is connected now, so the job was"
                    + " neither looked for nor created.";
    private static final String RECONNECT_OR_REJECT =
            "Ask an administrator to connect %s again, then retry. Or reject the project: once it is resubmitted, it can be approved for"
                    + " the organisation that is connected now.";
    private static final String LOOK_FIRST = "Before you reject, look for the job in %s.";

    private final Accounting accounting;

    public OrganisationCheck(Accounting accounting) {
        this.accounting = accounting;
    }

    /**
     * Checks where the export would go at this moment.
     *
     * @throws ExportFailure when it was approved for another organisation, or when an open call of an approval that named none went to
     *     another one
     */
    void check(ExportAttempt attempt, ApprovedJob approved) {
        String connected = accounting.organisation().orElse(null);
        boolean isApproved = connected == null || connected.equals(approved.organisation());
        if (isApproved) {
            return;
        }
        if (attempt.state() == ExportAttempt.State.UNKNOWN && attempt.wentElsewhere(connected)) {
            throw refusal(ASKED_ELSEWHERE, RECONNECT_OR_REJECT + " " + LOOK_FIRST, attempt.organisation());
        }
        if (approved.organisation() != null) {
            throw refusal(APPROVED_ELSEWHERE, RECONNECT_OR_REJECT, approved.organisation());
        }
    }

    private ExportFailure refusal(String message, String remedy, String organisation) {
        String name = accounting.organisationName(organisation);
        return ExportFailure.refused(List.of(new ExportError(message.formatted(name), remedy.replace("%s", name))));
    }
}
