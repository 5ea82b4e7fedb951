package io.projectexport.process.deployment;

import io.projectexport.export.model.BrokenVersions;
import io.projectexport.process.guard.Finding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after the start, and every hour, whether what runs finds in this application what its models call; a version never changes, so that
 * it is read once. It says in the log what cannot go on, once.
 */
@Component
public class RunningVersionsWatch implements BrokenVersions {

    private static final Logger log = LoggerFactory.getLogger(RunningVersionsWatch.class);

    private final RunningVersions versions;
    private final Map<String, List<Finding>> findings = new ConcurrentHashMap<>();
    private volatile List<BrokenVersion> broken = List.of();

    RunningVersionsWatch(RunningVersions versions) {
        this.versions = versions;
    }

    @Scheduled(fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    public void look() {
        List<RunningVersion> running = versions.all();
        findings.keySet()
                .retainAll(running.stream().map(RunningVersion::definitionId).collect(Collectors.toSet()));
        broken = running.stream()
                .filter(version -> !findings(version).isEmpty())
                .map(this::broken)
                .toList();
    }

    private List<Finding> findings(RunningVersion version) {
        return findings.computeIfAbsent(version.definitionId(), id -> {
            List<Finding> found = versions.findings(version);
            if (!found.isEmpty()) {
                log.warn(
                        "{} has {} running instances and calls what this application does not have: {}",
                        version,
                        version.running(),
                        found.stream().map(Finding::sentence).collect(Collectors.joining(" ")));
            }
            return found;
        });
    }

    private BrokenVersion broken(RunningVersion version) {
        return new BrokenVersion(
                version.definitionId(),
                version.process(),
                version.number(),
                version.tag(),
                version.running(),
                findings(version).stream().map(Finding::told).toList());
    }

    @Override
    public List<BrokenVersion> broken() {
        return broken;
    }
}
