package io.projectexport.export.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.project.HistoryEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareSettingsTest {

    private final List<AuditedChange> audited = new ArrayList<>();
    private final CompareSettings settings = new CompareSettings(
            new StoredInMemory(),
            new WriteAudit(
                    entry -> audited.add(entry.change()),
                    () -> new Actor(HistoryEntry.SYSTEM, null),
                    Clock.systemUTC()));

    private static final class StoredInMemory implements StartSettings {

        private Map<String, StartSetting> last;

        @Override
        public String salt() {
            return "salt";
        }

        @Override
        public Optional<Map<String, StartSetting>> replace(Map<String, StartSetting> settings) {
            Optional<Map<String, StartSetting>> before = Optional.ofNullable(last);
            last = settings;
            return before;
        }
    }

    private static StartSetting shown(String value) {
        return new StartSetting(value, null);
    }

    private static StartSetting secret(String fingerprint) {
        return new StartSetting("set", fingerprint);
    }

    @Test
    void first_start_lists_what_is_set_and_no_fingerprint() {
        settings.atStart(Map.of("MAIL_FROM", shown("erp@example.com"), "ADMIN_PASSWORD", secret("01abcdef")));

        assertThat(audited)
                .containsExactly(change("First start", null, null, "ADMIN_PASSWORD: set\nMAIL_FROM: erp@example.com"));
    }

    @Test
    void another_secret_is_said_to_be_set_anew() {
        settings.atStart(Map.of("ADMIN_PASSWORD", secret("01abcdef"), "APP_ENCRYPTION_KEY", secret("11111111")));
        audited.clear();

        settings.atStart(Map.of("ADMIN_PASSWORD", secret("01abcdee"), "APP_ENCRYPTION_KEY", secret("11111111")));

        assertThat(audited).containsExactly(change("Setting changed", "ADMIN_PASSWORD", "set", "set anew"));
    }

    @Test
    void secret_of_which_an_earlier_release_kept_no_fingerprint_is_no_change() {
        settings.atStart(Map.of("ADMIN_PASSWORD", shown("set")));
        audited.clear();

        settings.atStart(Map.of("ADMIN_PASSWORD", secret("01abcdef")));
        settings.atStart(Map.of("ADMIN_PASSWORD", shown("set")));

        assertThat(audited).isEmpty();
    }

    @Test
    void what_is_set_changed_and_left_out_is_told_as_it_was_and_is() {
        settings.atStart(Map.of("FOUR_EYES", shown("true"), "XERO_CLIENT_SECRET", secret("01abcdef")));
        audited.clear();

        settings.atStart(Map.of("FOUR_EYES", shown("false"), "SPRING_MAIL_PASSWORD", secret("22222222")));

        assertThat(audited)
                .containsExactly(
                        change("Setting changed", "FOUR_EYES", "true", "false"),
                        change("Setting changed", "SPRING_MAIL_PASSWORD", null, "set"),
                        change("Setting changed", "XERO_CLIENT_SECRET", "set", null));
    }

    private static AuditedChange change(String what, String name, String before, String after) {
        return AuditedChange.of(AuditKind.SETTING, what, name).from(before).to(after);
    }
}
