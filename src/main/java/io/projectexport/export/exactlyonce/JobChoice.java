package io.projectexport.export.exactlyonce;

import io.projectexport.export.permission.ActionRefused;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an approver chose about the job in Xero.
 *
 * @param linkTo Xero's id of the job that is this project's, where jobs of its name exist already; null when none was chosen
 * @param createNew whether to create another one of that name
 * @param contact the job's contact; one that exists keeps what it has
 */
public record JobChoice(String linkTo, boolean createNew, ContactChoice contact) {

    /** Nothing was chosen. */
    public static final JobChoice NONE = new JobChoice(null, false);

    public JobChoice {
        linkTo = linkTo == null || linkTo.isBlank() ? null : linkTo.strip();
        if (linkTo != null && createNew) {
            throw ActionRefused.invalid("createNew", "Choose one: link to a job that exists, or create a new one.");
        }
        if (linkTo != null && contact.kind() != ContactChoice.Kind.UNCHANGED) {
            throw ActionRefused.invalid(
                    "contactName",
                    "Choose one: link to a job that exists, which keeps its client in Xero, or another client.");
        }
    }

    public JobChoice(String linkTo, boolean createNew) {
        this(linkTo, createNew, ContactChoice.UNCHANGED);
    }

    public static JobChoice of(ContactChoice contact) {
        return new JobChoice(null, false, contact);
    }

    /** Choices in words as one text for the history; null where nothing was chosen. */
    public static String inWords(String... choices) {
        String words = Stream.of(choices).filter(Objects::nonNull).collect(Collectors.joining(". "));
        return words.isEmpty() ? null : words;
    }

    /** The same with this contact. */
    public JobChoice with(ContactChoice chosen) {
        return new JobChoice(linkTo, createNew, chosen);
    }
}
