package io.projectexport.system;

import static java.util.Comparator.comparing;

import io.projectexport.system.EngineTarget.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.springframework.http.MediaType;

/** Every call of the engine's REST API, as its classes declare them, made by one person after another and aimed at a project. */
final class EngineSweep {

    /** In the order in which they are made: what reads first, what deletes last. */
    private static final List<String> METHODS = List.of("GET", "OPTIONS", "POST", "PUT", "DELETE");

    static final List<RestCall> CALLS = RestCall.of("", DefaultProcessEngineRestServiceImpl.class).values().stream()
            .sorted(comparing(EngineSweep::rank).thenComparing(EngineSweep::childrenFirst))
            .toList();

    private static final List<String> EMPTY = List.of("[]", "{}", "{\"count\":0}");
    private static final Pattern INNARDS =
            Pattern.compile("\\b(?:org|com|java|jakarta|io)\\.[a-z]+\\.[\\w.]*[A-Z]|Exception: |ENGINE-\\d|\\tat ");

    private final RunningApplication application;
    private final SubmittedProjects projects;
    private final Map<RestCall, List<String>> cells =
            new TreeMap<>(comparing(RestCall::path).thenComparing(EngineSweep::rank));
    private final List<String> wrong = new ArrayList<>();
    private int targets;

    EngineSweep(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
    }

    private static int rank(RestCall call) {
        return METHODS.indexOf(call.method());
    }

    /** What is in something is deleted before it. */
    private static int childrenFirst(RestCall one, RestCall other) {
        int order = one.path().compareTo(other.path());
        return one.method().equals("DELETE") ? -order : order;
    }

    /** Makes each call; after one that changed what this person may change, the next is aimed at another project. */
    void run(EngineCaller caller) {
        LoggedInClient client = caller.logIn(application);
        EngineTarget target = target(caller);
        State before = target.state();
        for (RestCall call : CALLS) {
            HttpAnswer answer = send(client, call, target, caller.userId());
            State after = call.changes() && (answer.isOk() || answer.status() >= 500) ? target.state() : before;
            boolean isChanged = !after.equals(before);
            judge(caller, call, answer, target, isChanged);
            cells.computeIfAbsent(call, row -> new ArrayList<>()).add(cell(answer, target, isChanged));
            boolean isSpent = !after.project().equals(before.project()) && caller.mayChange();
            if (isSpent) {
                application
                        .engine()
                        .getRepositoryService()
                        .activateProcessDefinitionByKey("project-export", true, null);
                target = target(caller);
            }
            before = isSpent ? target.state() : after;
        }
        if (!target.state().equals(before)) {
            wrong.add("%s: a call that was refused changed something all the same".formatted(caller.label()));
        }
    }

    private void judge(EngineCaller caller, RestCall call, HttpAnswer answer, EngineTarget target, boolean isChanged) {
        Stream.of(
                        answer.status() >= 500 ? "is an error" : "",
                        INNARDS.matcher(answer.isOk() ? "" : answer.body()).find() ? "shows innards" : "",
                        target.isIn(answer) && !caller.mayRead() ? "tells about the project" : "",
                        isChanged && !caller.mayChange() ? "changes something" : "")
                .filter(problem -> !problem.isEmpty())
                .forEach(problem -> wrong.add("%s, %s: the answer %s: %d %s"
                        .formatted(caller.label(), call.name(), problem, answer.status(), answer.body())));
    }

    private static String cell(HttpAnswer answer, EngineTarget target, boolean isChanged) {
        String told = target.isIn(answer) ? "+" : EMPTY.contains(answer.body()) ? "-" : "";
        return answer.status() + told + (isChanged ? "*" : "");
    }

    private EngineTarget target(EngineCaller caller) {
        String submitter = caller == EngineCaller.AUTHOR ? caller.userId() : "calls-team";
        String name = "Zanzibar %04d".formatted(++targets);
        String exportId = projects.submit(submitter, name);
        if (caller.isAimedAtRetrieved()) {
            application.as(submitter).post("/api/projects/%s/retrieve".formatted(exportId));
        }
        return new EngineTarget(application.database(), exportId, name);
    }

    private static HttpAnswer send(LoggedInClient client, RestCall call, EngineTarget target, String userId) {
        String path = client.engine(target.path(call, userId));
        if (call.contentType().equals(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return client.call(call.method(), path, call.contentType() + "; boundary=part", parts(call));
        }
        Object body = target.body(call, userId);
        return client.call(call.method(), path, call.contentType(), body == null ? null : HttpAnswer.write(body));
    }

    /** A file to deploy, or to attach and to keep in a variable. */
    private static String parts(RestCall call) {
        boolean isDeployment = call.path().startsWith("/deployment");
        Stream<String> fields = isDeployment
                ? Stream.of("name=\"deployment-name\"\r\n\r\nMallory")
                : Stream.of(
                        "name=\"data\"\r\nContent-Type: text/plain\r\n\r\nMallory",
                        "name=\"valueType\"\r\nContent-Type: text/plain\r\n\r\nString");
        String file = "name=\"content\"; filename=\"mallory.txt\"\r\nContent-Type: text/plain\r\n\r\nMallory";
        return Stream.concat(fields, Stream.of(file))
                .map(part -> "--part\r\nContent-Disposition: form-data; %s\r\n".formatted(part))
                .collect(Collectors.joining("", "", "--part--\r\n"));
    }

    /** What should not have been answered, or not like this. */
    List<String> wrong() {
        return wrong;
    }

    /** A line for each call, below the names of the callers: what each got. */
    List<String> table() {
        Stream<String> names = Arrays.stream(EngineCaller.values()).map(EngineCaller::label);
        return Stream.concat(
                        Stream.of(line(names.toList(), "call")),
                        cells.entrySet().stream()
                                .map(row -> line(row.getValue(), row.getKey().name())))
                .toList();
    }

    private static String line(List<String> columns, String call) {
        return columns.stream().map("%-10s"::formatted).collect(Collectors.joining()) + call;
    }
}
