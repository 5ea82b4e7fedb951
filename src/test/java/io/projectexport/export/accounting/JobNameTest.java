package io.projectexport.export.accounting;

import static io.projectexport.export.accounting.JobName.Likeness.ALTERED;
import static io.projectexport.export.accounting.JobName.Likeness.NONE;
import static io.projectexport.export.accounting.JobName.Likeness.OTHER;
import static io.projectexport.export.accounting.JobName.Likeness.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobNameTest {

    private static JobName.Likeness likeness(String sent, String stored) {
        return JobName.of(sent).likeness(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P-1 - Owner\u2019s \u201cHarbour\u201d Bridge",
                "P-1 - Owner's \"Harbour\" Bridge",
                "p-1 - OWNER'S \"harbour\" bridge",
                "P\u20111 \u2013 Owner's  \"Harbour\"\u00a0Bridge ",
                "\u200eP-1 - Owner's \"Har\u00adbour\" Bridge",
                "\uff30-\uff11 - Owner's \"Harbour\" Bridge"
            })
    void names_that_people_call_the_same_are_the_same(String stored) {
        assertThat(likeness("P-1 - Owner's \"Harbour\" Bridge", stored)).isEqualTo(SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "P-1 - \uD83C\uDFD7 Bridge \uD83C\uDFD7, P-1 - Bridge",
        "P-1 - \uD83C\uDFD7 Bridge, P-1 - ? Bridge",
        "P-1 - \uD83C\uDFD7\uD83C\uDFD7, P-1 -",
        "P-1 - \uD83C\uDFD7\uD83C\uDFD7, P-1 - ??",
        "P-1 - Harbour Bridge North, P-1 - Harbour Bri",
        "P-1 - Br\u00fccke S\u00fcd, P-1 - Br?cke S?d",
        "P-1 - Br\u00fccke S\u00fcd, P-1 - Brucke Sud",
        "P-1 - \u6a4b Bridge, P-1 - Bridge",
        "P-1 - A \u2192 B, P-1 - A B"
    })
    void what_is_left_of_a_name_is_altered(String sent, String stored) {
        assertThat(likeness(sent, stored)).isEqualTo(ALTERED);
    }

    @ParameterizedTest
    @CsvSource({
        "P-1 - x, P-1 - y",
        "P-1 - Harbour Bridge, P-1 - Harbour Tunnel",
        "P-1 - Harbour Bridge, P-1 - Harbour Bridge North",
        "P-1 - \u6e2f\u6e7e\u5927\u6a4b, P-1 - \u6e2f\u6e7e\u96a7\u9053",
        "P-\uD83C\uDFD71 - Bridge, P-1 - Bridge",
        "\u00dc-1 - Br\u00fccke, U-1 - Brucke",
        "\u0141-1 - Most, ?-1 - Most",
        "\u6a4b-1 - Bridge, -1 - Bridge"
    })
    void another_name_or_a_number_that_has_lost_something_is_not_certain(String sent, String stored) {
        assertThat(likeness(sent, stored)).isEqualTo(OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-10 - Bridge", "P-1", "P-1-2 - Bridge", "XP-1 - Bridge", "P-1 Bridge", "Bridge", ""})
    void another_number_is_nothing_like_it(String stored) {
        assertThat(likeness("P-1 - Bridge", stored)).isEqualTo(NONE);
    }

    @Test
    void every_name_of_the_number_begins_with_a_prefix() {
        JobName name = JobName.of("P-\uD83C\uDFD71 - Bridge");
        for (String stored : List.of("p-\uD83C\uDFD71 \u2013 bridge", "P-1 - Bridge", "P-1 -")) {
            assertThat(name.likeness(stored)).isNotEqualTo(NONE);
            assertThat(name.prefixes()).anyMatch(JobName.comparable(stored)::startsWith);
        }
    }
}
