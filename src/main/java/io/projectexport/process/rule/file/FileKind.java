package io.projectexport.process.rule.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;

/** What a file is by its name, as the engine tells them apart, and what it looks like. */
enum FileKind {
    MODEL("a model", ".bpmn", "http://www.omg.org/spec/BPMN/", BpmnDeployer.BPMN_RESOURCE_SUFFIXES),
    DECISION("a decision table", ".dmn", "/spec/DMN/", DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES),
    CASE("a case", ".cmmn", "http://www.omg.org/spec/CMMN/", CmmnDeployer.CMMN_RESOURCE_SUFFIXES),
    FORM("a form", ".form", "\"components\"", CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES);

    private static final int HEAD = 20_000;

    private final String words;
    private final String suffix;
    private final String mark;
    private final String[] suffixes;

    FileKind(String words, String suffix, String mark, String[] suffixes) {
        this.words = words;
        this.suffix = suffix;
        this.mark = mark;
        this.suffixes = suffixes;
    }

    /** Empty where the engine keeps the file and does not read it. */
    static Optional<FileKind> read(String name) {
        return Arrays.stream(values())
                .filter(kind -> Stream.of(kind.suffixes).anyMatch(name::endsWith))
                .findFirst();
    }

    /** By its content. */
    static Optional<FileKind> looksLike(byte[] content) {
        String head =
                new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
        return Arrays.stream(values()).filter(kind -> head.contains(kind.mark)).findFirst();
    }

    boolean isXml() {
        return this != FORM;
    }

    /** The usual one. */
    String suffix() {
        return suffix;
    }

    @Override
    public String toString() {
        return words;
    }
}
