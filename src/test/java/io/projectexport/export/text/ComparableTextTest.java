package io.projectexport.export.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparableTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p-2026-0417",
                " P-2026-0417\t",
                "P-2026-0417\u00A0",
                "\u202AP-2026-0417\u202C",
                "P-2026-0417\u200E",
                "\uFEFFP-2026-0417",
                "P-20\u200B26-0417",
                "P-2026\u2060-0417",
                "P-2026\u00AD-0417",
                "P\u20102026\u20100417",
                "P\u20112026\u20110417",
                "P\u20132026\u20130417",
                "P\u20142026\u22120417",
                "P\uFE632026\uFF0D0417",
                "\uFF30-\uFF12\uFF10\uFF12\uFF16-0417",
                "P-\uD835\uDFD0026-0417",
                "P-2026-04\u200D17",
                "P-2026-0417\uFE0F",
                "P-2026-0417\u034F",
                "P-2026-0417\u3164",
                "P-2026-0417\uDB40\uDC41\uDB40\uDC7F",
                "P-2026-\u20660417\u2069",
                "P-2026-\u0007\u00000417",
                "P-2026-0417\u180E\u061C"
            })
    void spellings_of_one_number_are_one(String spelling) {
        assertThat(ComparableText.key(spelling)).isEqualTo("p-2026-0417");
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE",
        "ΟΔΟΣ, οδος",
        "o\uFB03ce, OFFICE",
        "e\u0301cole, École",
        "O’Brien, o'brien",
        "A \u2003 B, a b",
        "می\u200Cخواهم, میخواهم",
        "ﷺ, صلى الله عليه وسلم"
    })
    void what_people_call_the_same_is_the_same(String one, String other) {
        assertThat(ComparableText.key(one)).isEqualTo(ComparableText.key(other));
    }

    @ParameterizedTest
    @CsvSource({"P-1, P-10", "P-1, P1", "P 1, P1", "Müller, Muller", "A, \u0410", "2026-0417, 2026_0417", "🏗, 🏠"})
    void what_people_call_different_is_different(String one, String other) {
        assertThat(ComparableText.key(one)).isNotEqualTo(ComparableText.key(other));
    }

    @Test
    void key_of_a_key_is_itself_for_every_character() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .mapToObj(c -> "a" + Character.toString(c) + "\u0301 b")
                .map(ComparableText::key)
                .forEach(key -> assertThat(ComparableText.key(key)).isEqualTo(key));
    }

    @Test
    void key_of_a_project_number_fits_its_column() {
        int longest = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .map(c -> ComparableText.key("a" + Character.toString(c)).length() - 1)
                .max()
                .orElseThrow();

        assertThat(50 * longest).isLessThanOrEqualTo(1000);
    }

    /** What can be seen of an invisible character is nothing, but it takes the long way to the key. */
    @Test
    void plain_letters_have_the_key_that_they_have_among_others() {
        for (int first = ' '; first <= '~'; first++) {
            for (int second = ' '; second <= '~'; second++) {
                String plain = " " + (char) first + "B" + (char) second + "  c ";
                assertThat(ComparableText.key(plain)).isEqualTo(ComparableText.key(plain + "\u200B"));
            }
        }
    }
}
