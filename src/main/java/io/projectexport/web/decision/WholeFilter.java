package io.projectexport.web.decision;

import io.projectexport.export.decision.ConfirmedDecision;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.web.decision.MarkedDecisions.Marked;
import io.projectexport.web.page.RejectionWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * A decision about everything in the list, as its forms send it.
 *
 * @param mark the word for what is decided about each
 * @param rejected those of the open page that were marked with Reject, by their ids: whoever did that meant it
 */
record WholeFilter(String mark, Map<UUID, Marked> rejected) {

    /** Name of the field with the word. */
    static final String FIELD = "whole";

    /** Name of the field with what was shown, before it was confirmed: ids and rounds. */
    private static final String PROJECTS = "projects";

    private static final Pattern PROJECT = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\\d{1,6})");

    /**
     * Reads the form.
     *
     * @throws ActionRefused when there is no such decision, or a project is marked with two
     */
    static WholeFilter of(MultiValueMap<String, String> form) {
        String word = form.getFirst(FIELD);
        if (MarkedDecisions.action(word) == null) {
            throw ActionRefused.invalid(FIELD, "Nothing is marked. Mark projects with Accept, Reject or Retry first.");
        }
        return new WholeFilter(
                word,
                MarkedDecisions.marks(form).stream()
                        .filter(marked -> marked.action() == Action.REJECT)
                        .collect(Collectors.toMap(Marked::id, Function.identity())));
    }

    Action action() {
        return MarkedDecisions.action(mark);
    }

    /** What is decided about each of these, in their order. */
    MarkedDecisions about(List<ProjectExport> chosen) {
        return new MarkedDecisions(chosen.stream()
                .map(export -> rejected.getOrDefault(export.id(), new Marked(export.id(), mark, null)))
                .toList());
    }

    /** These as the form holds them until they are confirmed. */
    static String projects(List<ProjectExport> chosen) {
        return chosen.stream()
                .map(export ->
                        "%s:%d".formatted(export.id(), export.submission().round()))
                .collect(Collectors.joining(" "));
    }

    /** What was confirmed, by ids, in the order in which it was shown. */
    static Map<UUID, ConfirmedDecision> confirmed(MultiValueMap<String, String> form) {
        WholeFilter whole = of(form);
        String comment =
                RejectionWords.of(form.getFirst(MarkedDecisions.STANDARD), form.getFirst(MarkedDecisions.COMMENT));
        Map<UUID, ConfirmedDecision> confirmed = new LinkedHashMap<>();
        Matcher project = PROJECT.matcher(StringUtils.hasText(form.getFirst(PROJECTS)) ? form.getFirst(PROJECTS) : "");
        while (project.find()) {
            UUID id = UUID.fromString(project.group(1));
            Marked marked = whole.rejected.getOrDefault(id, new Marked(id, whole.mark, comment));
            confirmed.put(
                    id,
                    new ConfirmedDecision(
                            marked.action(),
                            marked.action() == Action.REJECT ? marked.comment() : null,
                            Integer.parseInt(project.group(2))));
        }
        return confirmed;
    }
}
