package io.projectexport.web.decision;

import io.projectexport.export.decision.FilterDecisions;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindHints;
import io.projectexport.export.query.FindProjects;
import io.projectexport.web.decision.MarkedDecisions.Marked;
import io.projectexport.web.page.PageFormat;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Factory of the page that asks once more before many decisions are carried out. */
@Component
public class DecisionsToConfirmFactory {

    private static final int MOST_NAMED = 10;

    private final FindProjects projects;
    private final FindHints hints;
    private final PageFormat format;

    DecisionsToConfirmFactory(FindProjects projects, FindHints hints, PageFormat format) {
        this.projects = projects;
        this.hints = hints;
        this.format = format;
    }

    /**
     * What is to be confirmed.
     *
     * @param sentence what will be done, with count and sum
     * @param warning how many of those that are accepted look like jobs that exist, and which; null for none
     * @param rejected those that need a reason
     */
    record DecisionsToConfirm(String sentence, String warning, List<Line> all, List<Line> rejected) {}

    /** One project. */
    record Line(UUID id, String mark, String label) {}

    /**
     * Everything in the list, as it was when the person was asked about it.
     *
     * @param token that no other page has
     */
    record Fixed(String mark, String projects, UUID token, List<FilterDecisions.LeftOut> leftOut) {}

    DecisionsToConfirm of(MarkedDecisions marked, Person viewer) {
        return of(marked, projects.withIds(marked.ids(), viewer), viewer);
    }

    /** The model of the page about everything in the list. */
    Map<String, Object> of(WholeFilter whole, FilterDecisions.Choice choice, Person viewer) {
        return Map.of(
                "marked",
                of(whole.about(choice.chosen()), choice.chosen(), viewer),
                "whole",
                new Fixed(whole.mark(), WholeFilter.projects(choice.chosen()), UUID.randomUUID(), choice.leftOut()));
    }

    private DecisionsToConfirm of(MarkedDecisions marked, List<ProjectExport> exports, Person viewer) {
        Map<UUID, ProjectExport> known =
                exports.stream().collect(Collectors.toMap(ProjectExport::id, Function.identity()));
        List<Marked> accepted = marked.with(Action.ACCEPT);
        List<Line> rejected = lines(marked.with(Action.REJECT), known);
        StringBuilder sentence = new StringBuilder();
        if (!accepted.isEmpty()) {
            sentence.append("Accept %,d (%s)".formatted(accepted.size(), sum(accepted, known)));
        }
        retry(marked.with(Action.RETRY), sentence);
        if (!rejected.isEmpty()) {
            sentence.append(sentence.isEmpty() ? "Reject " : " and reject ").append(rejected.size());
        }
        return new DecisionsToConfirm(
                sentence.toString(), warning(accepted, known, viewer), lines(marked.all(), known), rejected);
    }

    private String warning(List<Marked> accepted, Map<UUID, ProjectExport> known, Person viewer) {
        List<ProjectExport> exports = accepted.stream()
                .map(marked -> known.get(marked.id()))
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> inXero = new HashSet<>(projects.withJobsInXero(exports));
        hints.of(exports, viewer).forEach((id, hint) -> {
            if (hint.lookAlike() != null && hint.lookAlike().status() == ExportStatus.SYNCED) {
                inXero.add(id);
            }
        });
        List<String> numbers = exports.stream()
                .filter(export -> inXero.contains(export.id()))
                .map(export -> export.project().number())
                .toList();
        return numbers.isEmpty() ? null : warning(numbers);
    }

    private static String warning(List<String> numbers) {
        String named = numbers.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String more = numbers.size() > MOST_NAMED ? " and %,d more".formatted(numbers.size() - MOST_NAMED) : "";
        return "%,d of them %s that Xero has already: %s%s."
                .formatted(numbers.size(), numbers.size() == 1 ? "looks like a job" : "look like jobs", named, more);
    }

    private static void retry(List<Marked> retried, StringBuilder sentence) {
        if (!retried.isEmpty()) {
            sentence.append(sentence.isEmpty() ? "Retry " : " and retry ").append(retried.size());
        }
    }

    private String sum(List<Marked> accepted, Map<UUID, ProjectExport> known) {
        return format.amount(accepted.stream()
                .map(marked -> known.get(marked.id()))
                .filter(Objects::nonNull)
                .map(export -> export.project().estimateAmount())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static List<Line> lines(List<Marked> marked, Map<UUID, ProjectExport> known) {
        return marked.stream()
                .filter(one -> known.containsKey(one.id()))
                .map(one -> new Line(
                        one.id(), one.mark(), known.get(one.id()).project().title()))
                .toList();
    }
}
