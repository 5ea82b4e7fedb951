package io.projectexport.web.page;

import io.projectexport.export.permission.Action;

/** Success messages of actions, the same on every page that carries one out. */
public final class ActionMessages {

    public static final String SUBMITTED = "Submitted; an approver decides next.";

    private ActionMessages() {}

    public static String done(Action action) {
        return switch (action) {
            case ACCEPT -> "Accepted; it is on its way to Xero.";
            case REJECT -> "Rejected; creator and submitter get the reason by e-mail.";
            case RETRY -> "On its way to Xero again.";
            case RETRIEVE -> "Retrieved; correct it and resubmit it when it is ready.";
            case RESUBMIT -> "Resubmitted; an approver decides next.";
            case WITHDRAW -> "Withdrawn for good; its number is free again.";
        };
    }
}
