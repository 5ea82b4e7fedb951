package io.projectexport;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.exactlyonce.ExportAttempt;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.export.project.ExportStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Names that somebody outside the code uses: whoever renames one strands running instances, stored rows or clients.
 *
 * <p>They are written down as texts, and not read from the constants that they are compared with.
 */
class FrozenNamesTest {

    private static final Path FILE = Path.of("src/test/resources/released/1.0.0/names.txt");
    private static final Map<String, List<String>> FROZEN = read();

    /** A section of the file: who uses its names, and where they are in today's code. */
    enum Section {
        BEANS("deployed models call them (a renamed class keeps its bean's name with @Component)", NamesInCode::beans),
        MODELS("deployed models and running instances have them", () -> NamesInCode.texts("process")),
        ERROR_CODES("deployed models catch them", FrozenNamesTest::errorCodes),
        VARIABLES(
                "deployed models, forms and running instances have them", () -> NamesInCode.texts("process", "export")),
        RECIPIENTS(
                "jobs that wait for the mail server have them",
                () -> NamesInCode.constants(ProductionCode.type("Recipient"))),
        FORMS("models refer to them", NamesInCode::forms),
        FILTERS("Tasklist has stored them", () -> NamesInCode.texts("process", "export")),
        USERS("deployed models and stored users have them", () -> NamesInCode.texts("access", "export")),
        STATUSES("stored projects and clients have them", () -> NamesInCode.constants(ExportStatus.class)),
        LABELS("clients and people read them", FrozenNamesTest::labels),
        ATTEMPT_STATES("stored attempts have them", () -> NamesInCode.constants(ExportAttempt.State.class)),
        FAILURE_REASONS("stored projects have them", () -> NamesInCode.constants(ExportFailure.Reason.class)),
        OPTIONAL_MAILS("stored choices have them", () -> NamesInCode.constants(OptionalMail.class)),
        STORED_JSON(
                "stored rows have them in their JSON",
                () -> NamesInCode.components(
                        "FoundJob", "XeroJob", "ExportError", "StoredConsent", "StoredToken", "Tenant")),
        HISTORY("stored histories have them", () -> NamesInCode.texts("export")),
        NOTICES("stored notices have them, which keeps mails from being sent twice", NamesInCode::texts),
        TABLES("installations have them in their database", NamesInCode::tables),
        MIGRATIONS("installations have them in Flyway's table", NamesInCode::migrations),
        URLS("clients and bookmarks have them", NamesInCode::urls),
        CSV_HEADINGS("files and programs of clients have them", () -> NamesInCode.texts("web", "export")),
        SETTINGS("installations set them", NamesInCode::settings),
        HEALTH("operators watch them", NamesInCode::healthKeys);

        private final String users;
        private final Supplier<Set<String>> inCode;

        Section(String users, Supplier<Set<String>> inCode) {
            this.users = users;
            this.inCode = inCode;
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_name_vanishes_that_somebody_outside_uses(Section section) {
        List<String> vanished = new ArrayList<>(FROZEN.get(section.name()));
        vanished.removeAll(section.inCode.get());

        assertThat(vanished)
                .as(
                        "These names have vanished from the code, and %s; take them back (%s of %s).",
                        section.users, section, FILE)
                .isEmpty();
    }

    @Test
    void every_section_of_the_file_is_looked_at() {
        assertThat(FROZEN.keySet())
                .containsExactly(
                        Arrays.stream(Section.values()).map(Section::name).toArray(String[]::new));
        assertThat(FROZEN.values()).allSatisfy(names -> assertThat(names).isNotEmpty());
    }

    private static Set<String> errorCodes() {
        return Arrays.stream(ExportFailure.Reason.values())
                .map(ExportFailure.Reason::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> labels() {
        return Arrays.stream(ExportStatus.values())
                .map(ExportStatus::label)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                names = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), names);
            } else if (!line.isBlank()) {
                names.add(line);
            }
        }
        return sections;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
