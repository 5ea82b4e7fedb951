package io.projectexport.export.summary;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.summary.SummaryReaders.Reader;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What waits for whom on a day: the accounting approvers' projects, and those at a further approval for whoever can give it. */
@Component
class WaitingProjects {

    private final ProjectExports exports;
    private final SummaryReaders readers;
    private final ActionRules rules;

    WaitingProjects(ProjectExports exports, SummaryReaders readers, ActionRules rules) {
        this.exports = exports;
        this.readers = readers;
        this.rules = rules;
    }

    /** What one reader is told of. */
    record Work(Reader reader, List<ProjectExport> listed, long total) {}

    /** Those for whom anything waits, ordered by login. */
    List<Reader> readers(LocalDate day) {
        List<ProjectExport> further = exports.waitingForFurtherApproval(Summary.MAX_LISTED);
        Map<String, Reader> all = asked(further);
        if (exports.countReadyToExport() > 0) {
            readers.on(day).forEach(reader -> all.put(reader.userId(), reader));
        }
        return all.values().stream()
                .sorted(Comparator.comparing(Reader::userId))
                .toList();
    }

    /** Empty work for somebody for whom nothing waits. */
    Work of(String userId, LocalDate day) {
        List<ProjectExport> further = exports.waitingForFurtherApproval(Summary.MAX_LISTED);
        Reader approver = readers.on(day).stream()
                .filter(reader -> reader.userId().equals(userId))
                .findFirst()
                .orElse(null);
        Reader reader = approver == null ? asked(further).get(userId) : approver;
        if (reader == null) {
            return new Work(null, List.of(), 0);
        }
        List<ProjectExport> ready = approver == null ? List.of() : exports.readyToExport(Summary.MAX_LISTED);
        List<ProjectExport> turns = further.stream()
                .filter(export -> rules.allowed(export, reader.person()).contains(Action.ACCEPT))
                .toList();
        List<ProjectExport> listed = Stream.concat(turns.stream(), ready.stream())
                .limit(Summary.MAX_LISTED)
                .toList();
        return new Work(reader, listed, turns.size() + total(ready.size()));
    }

    private Map<String, Reader> asked(List<ProjectExport> further) {
        Set<String> groups = further.stream()
                .flatMap(export -> export.further().groups().stream())
                .collect(Collectors.toSet());
        Map<String, Reader> asked = new LinkedHashMap<>();
        readers.members(groups).forEach(reader -> asked.put(reader.userId(), reader));
        return asked;
    }

    /** Asks only where there can be more than are listed; somebody may decide about one between two questions. */
    private long total(int listed) {
        return listed < Summary.MAX_LISTED ? listed : Math.max(listed, exports.countReadyToExport());
    }
}
