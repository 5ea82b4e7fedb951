package io.projectexport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

/** {@code java -jar project-export.jar vulnerabilities FILE…}, with advisories about the driver of the database. */
class VulnerabilitiesCommandTest {

    private static final String DRIVER = "org.postgresql:postgresql";
    private static final String VERSION = Driver.class.getPackage().getImplementationVersion();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

    /** Maven writes the list of what is in the jar with a network only. */
    @BeforeEach
    void the_jar_has_its_list() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<artifactId>cyclonedx-maven-plugin</artifactId>");
        assumeTrue(getClass().getResource("/META-INF/sbom/application.cdx.json") != null, "built offline");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'introduced':'0'}                                                     | Not fixed.",
                "{'introduced':'0'},{'fixed':'999.0'}                                   | Fixed in 999.0.",
                "{'introduced':'VERSION'},{'fixed':'999.0'}                             | Fixed in 999.0.",
                "{'introduced':'0'},{'last_affected':'VERSION'}                         | Not fixed.",
                "{'fixed':'999.0'},{'introduced':'42.7.0'}                              | Fixed in 999.0.",
                "{'introduced':'0'},{'fixed':'9.4'},{'introduced':'42.0'},{'fixed':'998'} | Fixed in 998.",
                // by number, and not letter by letter
                "{'introduced':'42.7.9'},{'fixed':'100.0'}                              | Fixed in 100.0.",
                "{'introduced':'42.0-rc1'},{'fixed':'999-alpha'}                        | Fixed in 999-alpha."
            })
    void version_within_a_range_is_told_with_its_remedy(String events, String remedy) throws IOException {
        assertThat(vulnerabilities(advisory("GHSA-1", "Maven", DRIVER, events))).isEqualTo(1);

        assertThat(answers.toString(UTF_8))
                .contains("%s %s: GHSA-1, CVE-2030-1: Reads too much. %s".formatted(DRIVER, VERSION, remedy))
                .contains("advisories: 1, known vulnerabilities: 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maven | org.postgresql:postgresql    | {'introduced':'0'},{'fixed':'VERSION'}",
                "Maven | org.postgresql:postgresql    | {'introduced':'0'},{'fixed':'42.7.3'}",
                "Maven | org.postgresql:postgresql    | {'introduced':'0'},{'last_affected':'42.7.3'}",
                "Maven | org.postgresql:postgresql    | {'introduced':'999.0'}",
                "Maven | org.postgresql:postgresql    | {'introduced':'0'},{'fixed':'9.4'},{'introduced':'999'}",
                "Maven | org.postgresql:r2dbc         | {'introduced':'0'}",
                "Maven | postgresql:postgresql        | {'introduced':'0'}"
            })
    void other_versions_and_other_libraries_are_not_told(String ecosystem, String name, String events)
            throws IOException {
        assertThat(vulnerabilities(advisory("GHSA-1", ecosystem, name, events))).isZero();

        assertThat(answers.toString(UTF_8)).contains("known vulnerabilities: 0").doesNotContain("GHSA-1");
    }

    @Test
    void versions_that_are_listed_one_by_one_count_as_well() throws IOException {
        String listed = advisory("GHSA-1", "Maven", DRIVER, "").replace("'versions':[]", "'versions':['1','VERSION']");

        assertThat(vulnerabilities(listed)).isEqualTo(1);
    }

    @Test
    void withdrawn_one_does_not_count() throws IOException {
        String withdrawn = advisory("GHSA-1", "Maven", DRIVER, "{'introduced':'0'}")
                .replace("'id'", "'withdrawn':'2030-01-01T00:00:00Z','id'");

        assertThat(vulnerabilities(withdrawn)).isZero();
    }

    @Test
    void archive_of_all_is_read_as_it_comes() throws IOException {
        Path archive = archive(Map.of(
                "GHSA-1.json", advisory("GHSA-1", "Maven", DRIVER, "{'introduced':'0'}"),
                "GHSA-2.json", advisory("GHSA-2", "Maven", "org.springframework:spring-core", "{'introduced':'5'}"),
                "GHSA-3.json", advisory("GHSA-3", "npm", DRIVER, "{'introduced':'0'}"),
                "README", "no advisory"));

        assertThat(run(archive.toString())).isEqualTo(1);

        assertThat(answers.toString(UTF_8))
                .contains("GHSA-1", "GHSA-2", "advisories: 2, known vulnerabilities: 2")
                .doesNotContain("GHSA-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{'id':null}", "{'id':'GHSA-1','affected':'all'}", "<html/>"})
    void damaged_file_is_named_and_nothing_passes_for_safe(String content) throws IOException {
        Path archive = archive(Map.of("GHSA-1.json", quoted(content)));

        assertThat(run(archive.toString())).isEqualTo(2);
        assertThat(vulnerabilities(content)).isEqualTo(2);

        assertThat(answers.toString(UTF_8)).isEmpty();
        assertThat(problems.toString(UTF_8))
                .contains("all.zip, GHSA-1.json, which is no", "advisory.json, which is no");
    }

    @Test
    void what_is_no_archive_what_is_not_there_and_what_is_about_nothing_here_is_told() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "no archive");

        assertThat(run(broken.toString())).isEqualTo(2);
        assertThat(run("gone.json")).isEqualTo(2);
        assertThat(run(archive(Map.of()).toString())).isEqualTo(2);
        assertThat(vulnerabilities(advisory("GHSA-1", "npm", "express", "{'introduced':'0'}")))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);

        assertThat(problems.toString(UTF_8))
                .contains(
                        "broken.zip, which is no archive",
                        "gone.json",
                        "no advisory about a library of Maven",
                        "Usage: ");
    }

    private static String advisory(String id, String ecosystem, String name, String events) {
        return "{'schema_version':'1.7.0','id':'%s','aliases':['CVE-2030-1'],'summary':'Reads too much','affected':[{"
                        .formatted(id)
                + "'package':{'ecosystem':'%s','name':'%s','purl':'pkg:maven/x'},".formatted(ecosystem, name)
                + "'ranges':[{'type':'ECOSYSTEM','events':[%s]}],'versions':[],'database_specific':{}}]}"
                        .formatted(events);
    }

    private int vulnerabilities(String advisory) throws IOException {
        return run(Files.writeString(folder.resolve("advisory.json"), quoted(advisory))
                .toString());
    }

    private static String quoted(String json) {
        return json.replace('\'', '"').replace("VERSION", VERSION);
    }

    private Path archive(Map<String, String> files) throws IOException {
        Path archive = folder.resolve("all.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(quoted(file.getValue()).getBytes(UTF_8));
            }
        }
        return archive;
    }

    private int run(String... paths) {
        String[] arguments = Stream.concat(Stream.of("vulnerabilities"), Arrays.stream(paths))
                .toArray(String[]::new);
        return ProjectExportApplication.command(arguments, new PrintStream(answers), new PrintStream(problems));
    }
}
