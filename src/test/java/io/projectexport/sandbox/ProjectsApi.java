package io.projectexport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Xero's Projects API: projects can be created, listed and closed, never deleted, and two may have the same name. */
public final class ProjectsApi {

    private final List<SandboxProject> projects = new CopyOnWriteArrayList<>();
    private final Contacts contacts;
    private final DemoSwitches switches;
    private final Clock clock;
    private volatile Duration listLag = Duration.ZERO;

    ProjectsApi(Contacts contacts, DemoSwitches switches, Clock clock) {
        this.contacts = contacts;
        this.switches = switches;
        this.clock = clock;
    }

    /** Projects in the order of their creation. */
    public List<SandboxProject> all() {
        return List.copyOf(projects);
    }

    public List<SandboxProject> named(String name) {
        return projects.stream().filter(project -> project.name().equals(name)).toList();
    }

    /** Lets new projects show up in the list only after a while, as Xero's does at times. */
    public void listLag(Duration lag) {
        listLag = lag;
    }

    /** Adds one as a person would in Xero itself. */
    public SandboxProject add(String name) {
        return add(new ProjectInput(name, null, null, null), name);
    }

    SentAnswer create(ReceivedRequest request) {
        return withInput(
                request,
                input -> SentAnswer.json(
                        201, add(input, switches.stored(input.name())).json()));
    }

    SentAnswer update(ReceivedRequest request, String id) {
        return withInput(request, input -> replace(id, project -> project.with(input)));
    }

    SentAnswer patch(ReceivedRequest request, String id) {
        String status = AccountingApi.json(request).path("status").asText();
        if (!List.of("INPROGRESS", "CLOSED").contains(status)) {
            ModelState body = new ModelState(AccountingApi.json(request));
            body.add("status", "The Status field must be INPROGRESS or CLOSED.");
            return body.refusal();
        }
        return replace(id, project -> project.withStatus(status));
    }

    SentAnswer get(ReceivedRequest request, String id) {
        return projects.stream()
                .filter(project -> project.id().toString().equals(id))
                .findFirst()
                .map(project -> SentAnswer.json(200, project.json()))
                .orElseGet(ProjectsApi::notFound);
    }

    SentAnswer list(ReceivedRequest request) {
        List<SandboxProject> visible = projects.stream()
                .filter(project -> !project.createdAt().plus(listLag).isAfter(clock.instant()))
                .toList();
        return ProjectFilter.answer(visible, request.query());
    }

    private SentAnswer withInput(ReceivedRequest request, Function<ProjectInput, SentAnswer> accepted) {
        JsonNode json = AccountingApi.json(request);
        if (!json.isObject()) {
            return ModelState.refusal(
                    "The request is invalid.", Map.of("project", List.of("A JSON object is required.")));
        }
        ModelState body = new ModelState(json);
        ProjectInput input = ProjectInput.read(body);
        check(input, body);
        if (!body.isValid()) {
            return body.refusal();
        }
        return input.endsWithBlank() ? failure() : accepted.apply(input);
    }

    private void check(ProjectInput input, ModelState body) {
        if (input.contactId() != null && !contacts.exists(input.contactId())) {
            body.add("contactId", "The contact with id %s was not found.".formatted(input.contactId()));
        }
        if (input.estimate() != null && input.estimate().signum() < 0) {
            body.add("estimateAmount", "The Estimate must not be negative.");
        }
        if (switches.refuses(input.name())) {
            body.add("name", DemoSwitches.REFUSAL);
        }
    }

    private SandboxProject add(ProjectInput input, String name) {
        SandboxProject project = new SandboxProject(
                UUID.randomUUID(),
                name,
                input.name(),
                input.contactId(),
                input.estimate(),
                input.deadline(),
                "INPROGRESS",
                clock.instant());
        projects.add(project);
        return project;
    }

    private SentAnswer replace(String id, UnaryOperator<SandboxProject> change) {
        boolean known =
                projects.stream().anyMatch(project -> project.id().toString().equals(id));
        projects.replaceAll(project -> project.id().toString().equals(id) ? change.apply(project) : project);
        return known ? SentAnswer.empty(204) : notFound();
    }

    private static SentAnswer notFound() {
        return SentAnswer.json(404, Map.of("message", "The project was not found."));
    }

    private static SentAnswer failure() {
        return SentAnswer.json(500, Map.of("message", "An error has occurred."));
    }
}
