package io.projectexport.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.audit.Actor;
import io.projectexport.export.audit.AuditEntry;
import io.projectexport.export.audit.AuditFilter;
import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditLine;
import io.projectexport.export.audit.AuditLog;
import io.projectexport.export.audit.AuditPosition;
import io.projectexport.export.audit.AuditTrail;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.StartSetting;
import io.projectexport.export.audit.StartSettings;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcAuditTest {

    private static final Instant AT = Instant.parse("2027-03-31T10:00:00.123456Z");
    private static final AuditFilter EVERYTHING = new AuditFilter(null, null, null, null, List.of());

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        AuditLog log;

        @Autowired
        AuditTrail trail;

        @Autowired
        StartSettings settings;

        @Test
        void entry_comes_back_as_it_was_added() {
            AuditEntry entry = new AuditEntry(
                    AT,
                    new Actor("ann", "2001:db8::7"),
                    AuditedChange.of(AuditKind.USER, "User changed", "bén 😀")
                            .from("Zu spät\nund \"so\"")
                            .to("x"),
                    7);

            log.add(entry);

            assertThat(trail.read(EVERYTHING, Optional.empty(), 10))
                    .singleElement()
                    .extracting(AuditLine::entry)
                    .isEqualTo(entry);
        }

        @Test
        void what_is_longer_or_odder_than_a_column_is_cut_and_kept() {
            add(AT, "a".repeat(400), AuditKind.GROUP, "nul\0 " + "long ".repeat(4_000));

            assertThat(trail.read(EVERYTHING, Optional.empty(), 10))
                    .singleElement()
                    .satisfies(line -> assertThat(line.entry().change().subject())
                            .startsWith("nul long")
                            .endsWith("…"))
                    .satisfies(line -> assertThat(line.entry().actor().userId()).hasSize(255));
        }

        @Test
        void change_that_is_rolled_back_leaves_no_line() {
            transaction.executeWithoutResult(change -> {
                add(AT, "ann", AuditKind.USER, "rolled back");
                change.setRollbackOnly();
            });

            assertThat(subjects(EVERYTHING)).isEmpty();
        }

        @Test
        void character_that_a_database_does_not_take_finds_what_the_rest_finds() {
            add(AT, "ann", AuditKind.USER, "Zoë Müller");

            assertThat(subjects(new AuditFilter(null, "\0ann", null, null, List.of("mul\0ler"))))
                    .containsExactly("Zoë Müller");
            assertThat(subjects(new AuditFilter(null, "\0", null, null, List.of())))
                    .isEmpty();
        }

        @Test
        void filters_find_what_they_say() {
            add(AT.minusSeconds(10), "ann", AuditKind.USER, "Zoë Müller");
            add(AT, "ben", AuditKind.GROUP, "erp-standard");
            add(AT.plusSeconds(10), "ann", AuditKind.SIGN_IN, "100 %");

            assertThat(subjects(EVERYTHING)).containsExactly("100 %", "erp-standard", "Zoë Müller");
            assertThat(subjects(new AuditFilter(AuditKind.GROUP, null, null, null, List.of())))
                    .containsExactly("erp-standard");
            assertThat(subjects(new AuditFilter(AuditKind.PROJECT, null, null, null, List.of())))
                    .isEmpty();
            assertThat(subjects(new AuditFilter(AuditKind.RECOVERY, null, null, null, List.of())))
                    .isEmpty();
            assertThat(subjects(new AuditFilter(null, "ann", null, null, List.of())))
                    .containsExactly("100 %", "Zoë Müller");
            assertThat(subjects(new AuditFilter(null, null, AT, AT.plusSeconds(10), List.of())))
                    .containsExactly("erp-standard");
            assertThat(subjects(new AuditFilter(null, null, null, null, List.of("muller", "zoe"))))
                    .containsExactly("Zoë Müller");
            assertThat(subjects(new AuditFilter(null, null, null, null, List.of("0 %"))))
                    .containsExactly("100 %");
            assertThat(subjects(new AuditFilter(null, null, null, null, List.of("%"))))
                    .containsExactly("100 %");
            assertThat(subjects(new AuditFilter(null, null, null, null, List.of("rejected"))))
                    .isEmpty();
        }

        @Test
        void pages_of_one_moment_follow_each_other_without_gap_or_double() {
            IntStream.range(0, 10).forEach(i -> add(AT, "ann", AuditKind.GROUP, "line " + i));
            List<String> read = new ArrayList<>();
            Optional<AuditPosition> last = Optional.empty();
            for (int page = 0; page < 4; page++) {
                List<AuditLine> lines = trail.read(EVERYTHING, last, 3);
                lines.forEach(line -> read.add(line.entry().change().subject()));
                last = AuditPosition.of(lines.get(lines.size() - 1).position().written());
                add(AT.plusSeconds(60), "ann", AuditKind.GROUP, "meanwhile");
            }

            assertThat(read)
                    .isEqualTo(IntStream.range(0, 10)
                            .mapToObj(i -> "line " + (9 - i))
                            .toList());
        }

        @Test
        void of_two_nodes_that_start_together_with_other_settings_one_finds_the_difference() throws Exception {
            settings.replace(Map.of("FOUR_EYES", shown("true")));
            Map<String, StartSetting> changed = Map.of(
                    "FOUR_EYES", shown("false"),
                    "MAIL_FROM", shown("erp@example.com"),
                    "ADMIN_PASSWORD", new StartSetting("set", "01abcdef"));
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            List<Map<String, StartSetting>> before = new ArrayList<>();
            try {
                List<Future<Map<String, StartSetting>>> started = IntStream.range(0, 2)
                        .mapToObj(node -> nodes.submit(() -> {
                            together.await();
                            return settings.replace(changed).orElseThrow();
                        }))
                        .toList();
                for (Future<Map<String, StartSetting>> node : started) {
                    before.add(node.get());
                }
            } finally {
                nodes.shutdownNow();
            }

            assertThat(before).containsExactlyInAnyOrder(Map.of("FOUR_EYES", shown("true")), changed);
        }

        private static StartSetting shown(String value) {
            return new StartSetting(value, null);
        }

        @Test
        void salt_stays_the_same_for_one_installation() {
            assertThat(settings.salt()).hasSize(32).isEqualTo(settings.salt());
        }

        private void add(Instant at, String who, AuditKind kind, String subject) {
            log.add(new AuditEntry(at, new Actor(who, null), AuditedChange.of(kind, "Done", subject), 1));
        }

        private List<String> subjects(AuditFilter filter) {
            return trail.read(filter, Optional.empty(), 10).stream()
                    .map(line -> line.entry().change().subject())
                    .toList();
        }
    }
}
