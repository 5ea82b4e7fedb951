package io.projectexport.web.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.permission.ActionRefused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

class SentFilesTest {

    private static final MultipartFile ZIP =
            file("set.zip", ModelZip.zip(Map.of("a.bpmn", "old".getBytes(UTF_8), "a.form", "form".getBytes(UTF_8))));
    private static final MultipartFile CHANGED = file("a.bpmn", "new".getBytes(UTF_8));

    @Test
    void a_file_beside_a_zip_file_replaces_the_one_in_it_in_whichever_order_they_come() throws IOException {
        for (List<MultipartFile> sent : List.of(List.of(ZIP, CHANGED), List.of(CHANGED, ZIP))) {
            assertThat(SentFiles.of(sent))
                    .hasEntrySatisfying(
                            "a.bpmn",
                            content -> assertThat(content).asString(UTF_8).isEqualTo("new"))
                    .containsOnlyKeys("a.bpmn", "a.form");
        }
    }

    @Test
    void a_file_that_is_there_twice_is_refused() {
        for (List<MultipartFile> sent : List.of(List.of(CHANGED, CHANGED), List.of(ZIP, ZIP))) {
            assertThatThrownBy(() -> SentFiles.of(sent))
                    .isInstanceOf(ActionRefused.class)
                    .hasMessageContaining("each file once");
        }
    }

    private static MultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, null, content);
    }
}
