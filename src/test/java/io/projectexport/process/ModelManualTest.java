package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.expression.ComputedValues;
import io.projectexport.process.guard.ModelGuard;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code docs/model.md} is written from the code, so that who edits a model reads what holds. */
@ProcessTest
class ModelManualTest {

    private static final Path MANUAL = Path.of("docs/model.md");
    private static final Pattern TABLE = Pattern.compile("(?s)<!-- (\\w+) -->\\n.*?<!-- end -->");
    private static final Path JAVA = Path.of("src/main/java/io/projectexport");

    @Autowired
    private ModelCatalogue catalogue;

    @Autowired
    private ModelGuard guard;

    @Autowired
    private ComputedValues computed;

    @Test
    void tables_of_the_manual_say_what_the_code_says() throws IOException {
        String written = TABLE.matcher(Files.readString(MANUAL))
                .replaceAll(table -> Matcher.quoteReplacement(
                        "<!-- %s -->\n%s\n<!-- end -->".formatted(table.group(1), table(table.group(1)))));
        if (Boolean.getBoolean("model.docs.write")) {
            Files.writeString(MANUAL, written);
        }
        assertThat(MANUAL)
                .as("refresh it with `mvn test -Dtest=ModelManualTest -Dmodel.docs.write=true` and commit it")
                .hasContent(written);
    }

    private String table(String name) {
        return switch (name) {
            case "steps" -> steps();
            case "values" ->
                table(
                        "expression | answers",
                        catalogue.values().stream()
                                .map(value -> row(
                                        code(value.about().expression()),
                                        value.about().description())));
            case "tasks" -> tasks();
            case "variables" -> variables();
            case "errors" -> errors();
            case "messages" -> messages();
            case "rules" ->
                table(
                        "rule | | |",
                        guard.rules().stream()
                                .filter(rule ->
                                        !OddRules.class.equals(rule.getClass().getEnclosingClass()))
                                .map(rule -> row(
                                        String.valueOf(rule.number()),
                                        rule.severity() == Severity.REFUSES ? "refuses" : "warns",
                                        rule.sentence())));
            default -> throw new AssertionError("There is no table of " + name);
        };
    }

    private String steps() {
        return table(
                "delegate expression | in | does | project is → becomes | needs | errors, variables that it sets",
                catalogue.steps().stream().map(step -> {
                    ModelStep about = step.about();
                    return row(
                            code("${" + step.bean() + "}"),
                            about.process(),
                            about.description(),
                            statuses(about),
                            needs(about),
                            Stream.concat(
                                            Arrays.stream(about.errors()).map(ExportFailure.Reason::code),
                                            Arrays.stream(about.sets()))
                                    .map(ModelManualTest::code)
                                    .collect(Collectors.joining(" ")));
                }));
    }

    private static String statuses(ModelStep about) {
        String from = labels(about.from());
        String to = labels(about.to());
        return to.isEmpty() ? from : (from + " → " + to).strip();
    }

    private static String labels(ExportStatus... statuses) {
        return Arrays.stream(statuses).map(ExportStatus::label).collect(Collectors.joining(", "));
    }

    private static String needs(ModelStep about) {
        List<String> needs = new ArrayList<>();
        if (about.outside()) {
            needs.add("own job");
        }
        if (about.forPerson()) {
            needs.add("for the person");
        }
        if (!about.collection().isEmpty()) {
            needs.add("a loop over %s, element %s".formatted(code(about.collection()), code(about.element())));
        }
        return String.join(", ", needs);
    }

    private static String tasks() {
        return table(
                "id | form | candidates | answers",
                Arrays.stream(DecisionTask.values())
                        .map(task -> row(
                                code(task.key()),
                                code(task.form()),
                                candidates(task),
                                code(task.answer().name()) + ": "
                                        + task.words().stream()
                                                .map(ModelManualTest::code)
                                                .collect(Collectors.joining(", ")))));
    }

    private String variables() {
        Map<String, String> types = new TreeMap<>();
        Map<String, String> meanings = new TreeMap<>();
        for (Class<?> holder : List.of(ProjectExportProcess.class, DailySummaryProcess.class)) {
            for (Field field : holder.getFields()) {
                if (field.getType() == Variable.class) {
                    Variable<?> variable = (Variable<?>) value(field);
                    types.put(variable.name(), variable.type().getSimpleName().replace("SpinJsonNode", "JSON"));
                    meanings.put(variable.name(), meaning(holder, field.getName()));
                }
            }
        }
        computed.names().forEach(name -> types.putIfAbsent(name, "String"));
        return table(
                "variable | type | set by | what it is",
                types.keySet().stream()
                        .map(name -> row(
                                code(name),
                                types.get(name),
                                String.join(", ", setters(name)),
                                meanings.getOrDefault(name, "as it was submitted"))));
    }

    private TreeSet<String> setters(String name) {
        TreeSet<String> setters = new TreeSet<>();
        if (computed.names().contains(name)) {
            setters.add("computed");
        }
        catalogue.steps().forEach(step -> {
            ModelStep about = step.about();
            if (List.of(about.sets()).contains(name)) {
                setters.add("*%s*".formatted(about.label()));
            }
            if (about.element().equals(name)) {
                setters.add("the loop of *%s*".formatted(about.label()));
            }
        });
        forms().forEach((form, keys) -> {
            if (keys.contains(name) && !computed.names().contains(name)) {
                setters.add("form " + code(form));
            }
        });
        return setters.isEmpty() ? new TreeSet<>(List.of("the application")) : setters;
    }

    /** Keys that people can write, by form. */
    private static Map<String, List<String>> forms() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (Path form : ModelFiles.forms()) {
            List<String> written = new ArrayList<>();
            collect(read(form), written);
            keys.put(ModelFiles.baseName(form), written);
        }
        return keys;
    }

    private static void collect(JsonNode component, List<String> keys) {
        if (component.has("key")
                && !component.path("readonly").asBoolean()
                && !component.path("disabled").asBoolean()) {
            keys.add(component.path("key").asText());
        }
        component.path("components").forEach(part -> collect(part, keys));
    }

    private static JsonNode read(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private String errors() {
        return table(
                "code | means | thrown by",
                Arrays.stream(ExportFailure.Reason.values())
                        .map(reason -> row(
                                code(reason.code()),
                                meaning(ExportFailure.class, reason.name()),
                                catalogue.steps().stream()
                                        .filter(step ->
                                                List.of(step.about().errors()).contains(reason))
                                        .map(step ->
                                                "*%s*".formatted(step.about().label()))
                                        .collect(Collectors.joining(", ")))));
    }

    private static String messages() {
        return table(
                "message | sent when",
                ModelFiles.models().stream()
                        .flatMap(file ->
                                Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(Message.class).stream())
                        .map(Message::getName)
                        .distinct()
                        .map(name -> row(
                                code(name),
                                name.equals(ProjectExportProcess.PROJECT_RETRIEVED)
                                        ? "its submitter takes back a project that waits for a review"
                                        : "")));
    }

    /** The comment in front of a constant, as it stands in its source. */
    private static String meaning(Class<?> holder, String constant) {
        try {
            String path = holder.getName().replace("io.projectexport.", "").replace('.', '/') + ".java";
            Matcher comment = Pattern.compile(
                            "/\\*\\* ((?:(?!\\*/)[^\\n])*) \\*/\\s+(?:public static final [^;=]* )?%s\\b"
                                    .formatted(constant))
                    .matcher(Files.readString(JAVA.resolve(path)));
            return comment.find()
                    ? tasksById(comment.group(1))
                            .replaceAll("\\{@(?:link|code) (?:\\w*#)?([^}]+)}", "`$1`")
                            .replaceAll("\\.$", "")
                    : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String tasksById(String comment) {
        return Pattern.compile("\\{@link DecisionTask#(\\w+)}")
                .matcher(comment)
                .replaceAll(task -> code(DecisionTask.valueOf(task.group(1)).key()));
    }

    private static String table(String heading, Stream<String> rows) {
        int columns = heading.replaceAll("\\|$", "").split("\\|", -1).length;
        return "\n| %s |\n|%s\n%s\n"
                .formatted(
                        heading.replaceAll("\\|$", "").strip(),
                        "---|".repeat(columns),
                        rows.collect(Collectors.joining("\n")));
    }

    private static String row(String... cells) {
        return "| %s |".formatted(String.join(" | ", cells));
    }

    private static String code(String text) {
        return "`%s`".formatted(text);
    }

    private static String candidates(DecisionTask task) {
        return task == DecisionTask.APPROVE
                ? "groups of your choice"
                : task.candidateGroup().map(ModelManualTest::code).orElse("`${submitter},${creator}`");
    }
}
