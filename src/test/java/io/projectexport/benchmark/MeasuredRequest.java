package io.projectexport.benchmark;

import static io.projectexport.benchmark.MeasuredApplication.Person.ANNA;
import static io.projectexport.benchmark.MeasuredApplication.Person.CLARA;
import static io.projectexport.benchmark.MeasuredApplication.Person.ERIK;
import static io.projectexport.benchmark.MeasuredApplication.Person.SAM;

import io.projectexport.benchmark.MeasuredApplication.Person;
import io.projectexport.export.project.ExportStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one person asks for.
 *
 * @param shown the path as people read it
 */
record MeasuredRequest(Person person, String path, String shown) {

    private static final List<String> COLUMNS =
            List.of("projectNumber", "projectName", "client", "estimateAmount", "deadline", "submitter", "submittedAt");
    /** In half of all projects; in every thirtieth; in 0.1 %; in one; in none; in all; two letters; a prefix of many numbers. */
    private static final List<String> SEARCHES =
            List.of("stage", "bridge", "riverside bridge", "P-104711", "zyzzyva", "a", "qu", "p-10");

    MeasuredRequest(Person person, String path) {
        this(person, path, path);
    }

    static List<MeasuredRequest> all(DataSource database) {
        return Stream.of(
                        filters(),
                        orders(),
                        deepPages(),
                        searches(),
                        own(SAM),
                        own(CLARA),
                        reader(),
                        project(database),
                        api())
                .flatMap(Function.identity())
                .toList();
    }

    /** The list of everything as it comes, and the whole of it as a file. */
    static MeasuredRequest file() {
        return new MeasuredRequest(ANNA, "/jobs/projects.csv");
    }

    private static Stream<MeasuredRequest> filters() {
        return Stream.concat(
                jobs(ANNA, ""), jobs(ANNA, Stream.of(ExportStatus.values()).map(status -> "?status=" + status)));
    }

    private static Stream<MeasuredRequest> orders() {
        return COLUMNS.stream()
                .flatMap(column -> jobs(
                        ANNA,
                        "?sort=" + column,
                        "?sort=-" + column,
                        "?status=SYNCED&sort=" + column,
                        "?status=READY_TO_EXPORT&sort=-" + column));
    }

    private static Stream<MeasuredRequest> deepPages() {
        return Stream.concat(
                jobs(ANNA, COLUMNS.stream().map(column -> "?page=2000&sort=" + column)),
                jobs(ANNA, "?page=2000", "?status=SYNCED&page=1000", "?status=SYNCED&page=1000&sort=client"));
    }

    private static Stream<MeasuredRequest> searches() {
        return Stream.concat(
                jobs(ANNA, SEARCHES.stream().map(search -> "?search=" + encoded(search))),
                jobs(
                        ANNA,
                        "?search=stage&sort=client",
                        "?search=stage&status=SYNCED&sort=-estimateAmount",
                        "?search=stage&page=500"));
    }

    private static Stream<MeasuredRequest> own(Person person) {
        return jobs(
                person,
                "",
                "?status=SYNCED",
                "?sort=client",
                "?sort=-deadline",
                "?page=50",
                "?search=bridge",
                "?search=a",
                "?search=zyzzyva");
    }

    private static Stream<MeasuredRequest> reader() {
        return jobs(ERIK, "", "?search=bridge");
    }

    private static Stream<MeasuredRequest> project(DataSource database) {
        return Stream.of(ExportStatus.READY_TO_EXPORT, ExportStatus.SYNCED)
                .map(status -> new MeasuredRequest(
                        ANNA, "/jobs/" + longestWaiting(status, database), "/jobs/{id} %s".formatted(status)));
    }

    private static Stream<MeasuredRequest> api() {
        return Stream.of(
                        "/api/projects",
                        "/api/projects?size=200",
                        "/api/projects?search=bridge&status=SYNCED",
                        "/api/figures")
                .map(path -> new MeasuredRequest(ANNA, path));
    }

    private static Stream<MeasuredRequest> jobs(Person person, String... queries) {
        return jobs(person, Stream.of(queries));
    }

    private static Stream<MeasuredRequest> jobs(Person person, Stream<String> queries) {
        return queries.map(query -> new MeasuredRequest(person, "/jobs" + query));
    }

    private static UUID longestWaiting(ExportStatus status, DataSource database) {
        return JdbcClient.create(database)
                .sql("select id from project_export where status = ? order by submitted_at limit 1")
                .param(status.name())
                .query(UUID.class)
                .single();
    }

    private static String encoded(String search) {
        return URLEncoder.encode(search, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%-5s %s".formatted(person.login(), shown);
    }
}
