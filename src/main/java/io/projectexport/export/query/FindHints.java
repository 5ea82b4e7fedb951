package io.projectexport.export.query;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ProjectHints.Hints;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: people learn of many projects at once what they should know before they decide, as far as they may see it. */
@Service
@Transactional(readOnly = true)
public class FindHints {

    /** Databases take some ten thousand values in a statement. */
    private static final int AT_A_TIME = 1000;

    private final ProjectHints hints;
    private final ActionRules rules;

    public FindHints(ProjectHints hints, ActionRules rules) {
        this.hints = hints;
        this.rules = rules;
    }

    /** Of those that wait for a decision, by their ids; one question for a thousand, and none where none waits. */
    public Map<UUID, Hints> of(List<ProjectExport> some, Person person) {
        List<UUID> waiting = some.stream()
                .filter(export -> Action.REJECT.possibleIn(export.status()))
                .map(ProjectExport::id)
                .toList();
        Map<UUID, Hints> found = new HashMap<>();
        parts(waiting).forEach(part -> found.putAll(hints.of(part)));
        if (!person.may(Privilege.READ_ALL)) {
            found.replaceAll((id, hint) -> new Hints(hint.answered(), null));
        }
        return found;
    }

    /** Those that the person may see with one of these look-alike keys, by the keys; those in Xero first. */
    public Map<String, List<ProjectExport>> lookAlikes(Collection<String> keys, Person person) {
        return parts(List.copyOf(keys))
                .flatMap(part -> hints.withLookAlikeKeys(part).stream())
                .filter(export -> rules.mayRead(person, export))
                .collect(Collectors.groupingBy(export -> export.project().lookAlikeKey()));
    }

    private static <T> Stream<List<T>> parts(List<T> all) {
        return Stream.iterate(0, from -> from < all.size(), from -> from + AT_A_TIME)
                .map(from -> all.subList(from, Math.min(from + AT_A_TIME, all.size())));
    }
}
