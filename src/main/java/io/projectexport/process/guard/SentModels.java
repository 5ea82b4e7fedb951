package io.projectexport.process.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Files that are to be deployed together, as they were sent: what the engine leaves out because it has the same already is among them, so
 * that a model finds its forms.
 */
public final class SentModels {

    /** Bytes of a file that is read; a model has some thousands. */
    public static final int LONGEST = 2 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files;
    private final Surroundings surroundings;
    private final String tenant;
    private final List<SentModel> models;
    private final Map<String, JsonNode> forms;

    public SentModels(Map<String, byte[]> files, Surroundings surroundings) {
        this(files, surroundings, null);
    }

    /** @param tenant for whom they are to be deployed; null for all */
    public SentModels(Map<String, byte[]> files, Surroundings surroundings, String tenant) {
        this.tenant = tenant;
        this.files = new TreeMap<>(files);
        this.surroundings = surroundings;
        this.models = names(BpmnDeployer.BPMN_RESOURCE_SUFFIXES)
                .flatMap(name -> model(name).stream())
                .toList();
        this.forms = names(CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES)
                .filter(name -> json(name).isPresent())
                .collect(Collectors.toMap(name -> name, name -> json(name).orElseThrow()));
    }

    private Optional<SentModel> model(String name) {
        try {
            return Optional.of(
                    new SentModel(name, Bpmn.readModelFromStream(new ByteArrayInputStream(files.get(name))), this));
        } catch (ModelException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> json(String name) {
        try {
            return Optional.ofNullable(JSON.readTree(files.get(name))).filter(JsonNode::isObject);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the engine reads a file of this name as a model of processes. */
    public static boolean isModel(String name) {
        return Stream.of(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).anyMatch(name::endsWith);
    }

    /** All files by their names. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** Names of the files that end so and are short enough to be read. */
    public Stream<String> names(String... suffixes) {
        return files.keySet().stream()
                .filter(name -> files.get(name).length <= LONGEST)
                .filter(name -> Stream.of(suffixes).anyMatch(name::endsWith));
    }

    /** Those that can be read. */
    public List<SentModel> models() {
        return models;
    }

    /** Those that can be read, by the name of their file. */
    public Map<String, JsonNode> forms() {
        return forms;
    }

    /** Ids of the decisions among what was sent. */
    public Set<String> decisionKeys() {
        return decisionFiles().flatMap(this::decisions).map(Decision::getId).collect(Collectors.toSet());
    }

    /** Names of the files with decision tables, readable or not. */
    public Stream<String> decisionFiles() {
        return names(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES);
    }

    private Stream<Decision> decisions(String name) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(files.get(name)))
                    .getModelElementsByType(Decision.class)
                    .stream();
        } catch (ModelException unreadable) {
            return Stream.empty();
        }
    }

    /** The form of that key among what was sent. */
    public Optional<JsonNode> form(String key) {
        return forms.values().stream()
                .filter(form -> form.path("id").asText().equals(key))
                .findFirst();
    }

    /** The one for whom they are to be deployed; empty for all. */
    public Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    public Surroundings surroundings() {
        return surroundings;
    }
}
