package io.projectexport.process.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.GuardedModels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
                    105|project-export.bpmn|<bpmn:definitions|<!DOCTYPE x SYSTEM "file:///etc/passwd"><bpmn:definitions|has a document type
                    105|project-export.bpmn|</bpmn:definitions>||is no readable XML: line
                    105|daily-summary.bpmn|<bpmn:incoming>flow_found</bpmn:incoming>|<bpmn:incoming>flow_found|is no readable XML
                    106|project-export.bpmn|id="flow_registered" sourceRef|id="flow_submitted" sourceRef|the id flow_submitted is there twice
                    106|project-export.bpmn|targetRef="userTask_reviewProject" />|targetRef="userTask_gone" />|it refers to userTask_gone, which is not there
                    106|daily-summary.bpmn|<bpmn:process id="daily-summary"|<bpmn:process surname="x" id="daily-summary"|is no valid BPMN
                    104|project-export.bpmn|encoding="UTF-8"|encoding="ISO-8859-1"|is not written in UTF-8
                    """)
    void a_file_that_cannot_be_read_is_named_with_what_to_do(
            int rule, String file, String text, String edited, String said) {
        List<Finding> findings = GuardedModels.findings(GuardedModels.edited(file, text, edited == null ? "" : edited));

        assertThat(findings).anySatisfy(found -> {
            assertThat(found.rule()).isEqualTo(rule);
            assertThat(found.sentence()).contains(said);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.xml", "model.BPMN", "model.bpmn.xml", "model.bpmn.txt"})
    void a_model_by_a_name_that_is_not_read_is_refused(String name) {
        Map<String, byte[]> files = GuardedModels.shipped();
        files.put(name, files.remove("project-export.bpmn"));

        assertThat(GuardedModels.findings(files))
                .extracting(Finding::sentence)
                .contains(name + " is a model by what is in it, but is not read by this name."
                        + " Give it a name that ends in .bpmn, in small letters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"review-project.json", "review-project.FORM"})
    void so_is_a_form(String name) {
        Map<String, byte[]> files = GuardedModels.shipped();
        files.put(name, files.remove("review-project.form"));

        assertThat(GuardedModels.findings(files))
                .extracting(Finding::sentence)
                .anyMatch(said -> said.startsWith(name + " is a form by what is in it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.bpmn20.xml", "xbpmn"})
    void every_name_that_the_engine_reads_is_read(String name) {
        Map<String, byte[]> files =
                GuardedModels.edited("project-export.bpmn", "${createXeroJobDelegate}", "${dataSource}");
        files.put(name, files.remove("project-export.bpmn"));

        assertThat(GuardedModels.findings(files)).extracting(Finding::rule).contains(201);
    }

    @Test
    void other_files_may_come_along() {
        Map<String, byte[]> files = GuardedModels.shipped();
        files.put("project-export.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
        files.put("README.txt", "As agreed".getBytes(StandardCharsets.UTF_8));

        assertThat(GuardedModels.findings(files)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case.cmmn", "case.cmmn10.xml"})
    void a_case_is_refused(String name) {
        Map<String, byte[]> files = GuardedModels.shipped();
        files.put(name, "<definitions/>".getBytes(StandardCharsets.UTF_8));

        assertThat(GuardedModels.findings(files))
                .extracting(Finding::sentence)
                .contains(name + " is a case, which this application does not run. Draw a process instead.");
    }

    @Test
    void what_is_too_large_is_refused_and_not_read() {
        Map<String, byte[]> files = GuardedModels.shipped();
        files.put("large.bpmn", new byte[2 * 1024 * 1024 + 1]);

        assertThat(GuardedModels.findings(files))
                .extracting(Finding::rule)
                .contains(103)
                .doesNotContain(105, 106);
    }

    @Test
    void letters_of_another_encoding_are_refused() {
        Map<String, byte[]> files = GuardedModels.shipped();
        String model = new String(files.get("project-export.bpmn"), StandardCharsets.UTF_8);
        files.put(
                "project-export.bpmn", model.replace("Review project", "Prüfen").getBytes(StandardCharsets.ISO_8859_1));
        files.put(
                "daily-summary.bpmn",
                new String(files.get("daily-summary.bpmn"), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));

        assertThat(GuardedModels.findings(files))
                .filteredOn(found -> found.rule() == 104)
                .extracting(found -> found.place().resource())
                .containsExactlyInAnyOrder("daily-summary.bpmn", "project-export.bpmn");
    }

    @Test
    void of_two_files_with_one_process_or_form_it_is_said_which() {
        Map<String, byte[]> files = GuardedModels.shipped();
        files.put("copy.bpmn", files.get("project-export.bpmn"));
        files.put("copy.form", files.get("review-project.form"));

        assertThat(GuardedModels.findings(files))
                .filteredOn(found -> found.rule() == 107)
                .extracting(Finding::sentence)
                .containsExactlyInAnyOrder(
                        "project-export.bpmn has the process project-export, which is in copy.bpmn, too. Send one of the two.",
                        "review-project.form has the form review-project, which is in copy.form, too. Send one of the two.");
    }
}
