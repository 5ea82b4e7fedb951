package io.projectexport.export.exactlyonce;

import io.projectexport.export.permission.ActionRefused;

/**
 * What an approver chose where jobs of the project's name exist in Xero already.
 *
 * @param linkTo Xero's id of the job that is this project's; null when none was chosen
 * @param createNew whether to create another one of that name
 */
public record JobChoice(String linkTo, boolean createNew) {

    /** Nothing was chosen. */
    public static final JobChoice NONE = new JobChoice(null, false);

    public JobChoice {
        linkTo = linkTo == null || linkTo.isBlank() ? null : linkTo.strip();
        if (linkTo != null && createNew) {
            throw ActionRefused.invalid("createNew", "Choose one: link to a job that exists, or create a new one.");
        }
    }
}
