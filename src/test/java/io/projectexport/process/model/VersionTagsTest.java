package io.projectexport.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTagsTest {

    @ParameterizedTest
    @CsvSource({"1.3, 1.4", "1.9, 1.10", "2, 3", "v7, v8", "1.0-beta, 1.0-beta.1", "' 1.3 ', 1.4", "'', 1", ", 1"})
    void the_next_tag_is_higher(String tag, String next) {
        assertThat(VersionTags.next(tag)).isEqualTo(next);
        if (tag != null && !tag.isBlank()) {
            assertThat(VersionTags.isHigher(next, tag)).contains(true);
        }
    }
}
