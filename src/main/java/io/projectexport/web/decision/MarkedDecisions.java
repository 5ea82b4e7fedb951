package io.projectexport.web.decision;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.page.RejectionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * The decisions that were marked in the list, as its form sends them.
 *
 * @param all at least one, in the order of the form
 */
record MarkedDecisions(List<Marked> all) {

    /** Begins the name of a form field that holds the mark of one project export, and ends with its id. */
    private static final String MARK = "mark.";

    /** Name of the field with the reason for all rejections; with a point and an id behind it, for that one alone. */
    static final String COMMENT = "comment";

    /** Begins the name of the field with a usual reason that was chosen for one, where no script has put it into the other field. */
    static final String STANDARD = "standard";

    private static final Map<String, Action> ACTIONS =
            Map.of("accept", Action.ACCEPT, "reject", Action.REJECT, "retry", Action.RETRY);

    /**
     * One decision.
     *
     * @param mark the word for its action in the form
     * @param comment why it is rejected
     */
    record Marked(UUID id, String mark, String comment) {

        static Marked retry(UUID id) {
            return new Marked(id, "retry", null);
        }

        Action action() {
            return MarkedDecisions.action(mark);
        }
    }

    /**
     * Reads the form.
     *
     * @throws ActionRefused when nothing is marked, or a project with two decisions
     */
    static MarkedDecisions of(MultiValueMap<String, String> form) {
        List<Marked> all = marks(form);
        if (all.isEmpty()) {
            throw ActionRefused.invalid("mark", "Nothing is marked. Mark projects with Accept, Reject or Retry first.");
        }
        return new MarkedDecisions(all);
    }

    /** What a word in the form stands for; null where it is none. */
    static Action action(String mark) {
        return mark == null ? null : ACTIONS.get(mark);
    }

    /** Those that there are, which may be none. */
    static List<Marked> marks(MultiValueMap<String, String> form) {
        List<Marked> all = new ArrayList<>();
        form.keySet().stream().filter(field -> field.startsWith(MARK)).forEach(field -> {
            List<String> marks = form.get(field).stream()
                    .filter(ACTIONS::containsKey)
                    .distinct()
                    .toList();
            if (marks.size() > 1) {
                throw ActionRefused.invalid(
                        "mark", "A project was marked with two decisions, so nothing was changed. Mark it with one.");
            }
            marks.forEach(mark -> all.add(marked(field.substring(MARK.length()), mark, form)));
        });
        return all;
    }

    private static Marked marked(String id, String mark, MultiValueMap<String, String> form) {
        String own = RejectionWords.of(form.getFirst(STANDARD + "." + id), form.getFirst(COMMENT + "." + id));
        return new Marked(id(id), mark, StringUtils.hasText(own) ? own : form.getFirst(COMMENT));
    }

    private static UUID id(String exportId) {
        try {
            return UUID.fromString(exportId);
        } catch (IllegalArgumentException e) {
            throw ActionRefused.notFound();
        }
    }

    List<UUID> ids() {
        return all.stream().map(Marked::id).toList();
    }

    /** Those with this action. */
    List<Marked> with(Action action) {
        return all.stream().filter(marked -> marked.action() == action).toList();
    }

    /** Whether a person should look once more: jobs in Xero cannot be deleted, and a rejection needs its reason. */
    boolean askOnce() {
        return with(Action.ACCEPT).size() > 1
                || with(Action.REJECT).stream().anyMatch(rejected -> !StringUtils.hasText(rejected.comment()));
    }
}
