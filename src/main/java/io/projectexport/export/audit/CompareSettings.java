package io.projectexport.export.audit;

import java.util.Map;
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

    /** As {@link StartSettings#salt}. */
    public String salt() {
        return stored.salt();
    }

    /** @param settings by their names, without those that are not set */
    public void atStart(Map<String, StartSetting> settings) {
        Optional<Map<String, StartSetting>> before = stored.replace(settings);
        if (before.isEmpty()) {
            audit.write(AuditedChange.of(AuditKind.SETTING, "First start", null).to(list(settings)));
        } else {
            compare(before.get(), settings);
        }
    }

    private void compare(Map<String, StartSetting> before, Map<String, StartSetting> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> compare(name, before.get(name), now.get(name)));
    }

    private void compare(String name, StartSetting before, StartSetting now) {
        boolean isInBoth = before != null && now != null;
        boolean isSetAnew = isInBoth && now.isSetAnewSince(before);
        if (isSetAnew || !isInBoth || !before.shown().equals(now.shown())) {
            audit.write(AuditedChange.of(AuditKind.SETTING, "Setting changed", name)
                    .from(before == null ? null : before.shown())
                    .to(isSetAnew ? "set anew" : now == null ? null : now.shown()));
        }
    }

    private static String list(Map<String, StartSetting> settings) {
        return settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + ": " + setting.getValue().shown())
                .collect(Collectors.joining("\n"));
    }
}
