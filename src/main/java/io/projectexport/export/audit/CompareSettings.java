package io.projectexport.export.audit;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: each start notes which settings are others than at the start before. */
@Service
@Transactional
public class CompareSettings {

    private final StartSettings stored;
    private final WriteAudit audit;

    CompareSettings(StartSettings stored, WriteAudit audit) {
        this.stored = stored;
        this.audit = audit;
    }

    /** @param settings by their names, without those that are not set; of secrets, only that they are set */
    public void atStart(Map<String, String> settings) {
        Optional<Map<String, String>> before = stored.replace(settings);
        if (before.isEmpty()) {
            audit.write(AuditedChange.of(AuditKind.SETTING, "First start", null).to(list(settings)));
        } else {
            compare(before.get(), settings);
        }
    }

    private void compare(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.stream()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .forEach(name -> audit.write(AuditedChange.of(AuditKind.SETTING, "Setting changed", name)
                        .from(before.get(name))
                        .to(now.get(name))));
    }

    private static String list(Map<String, String> settings) {
        return settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .collect(Collectors.joining("\n"));
    }
}
