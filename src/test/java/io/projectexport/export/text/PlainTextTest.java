package io.projectexport.export.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n ",
                "\u200B",
                "\u200D\u200C",
                "\u3164\u115F\u1160\uFFA0",
                "\u2800\u2800",
                "\uDB40\uDC41\uDB40\uDC42",
                "\u202E\u2066\u2069",
                "\u00AD\u034F\u061C\uFEFF",
                "\uFE0F",
                "\u180B \u17B4",
                "\uD834\uDD73"
            })
    void text_of_which_nothing_can_be_seen_is_blank(String text) {
        assertThat(PlainText.clean(text)).isNull();
        assertThat(PlainText.cleanLines(text)).isNull();
        assertThat(PlainText.name(text, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می‌خواهم",
                "ന്‍",
                "👩‍🔧 Brücke",
                "❤️‍🔥",
                "1️⃣",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿 Bridge",
                "葛󠄀",
                "\uD83E\uDEE8 \uD83E\uDEAF",
                "\uD81F\uDC00",
                "⠓⠁⠗⠃⠕⠥⠗",
                "שלום (מגדל) 12",
                "한국 ᄀ"
            })
    void letters_of_every_script_and_emoji_stay_as_they_are(String text) {
        assertThat(PlainText.clean(text)).isEqualTo(text);
        assertThat(PlainText.cleanLines(text)).isEqualTo(text);
        assertThat(PlainText.name(text, 100)).isEqualTo(text);
        assertThat(PlainText.firstUnusable(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Pier \u202Egnp.exe, Pier gnp.exe",
        "\u202A2026-0417\u202C, 2026-0417",
        "20\u200B26-04\u200D17, 2026-0417",
        "Har\u00ADbour\u200E, Harbour",
        "\u2067Bridge\u2069, Bridge",
        "Pier\uDB40\uDC41\uDB40\uDC42, Pier",
        "🏴\uDB40\uDC67 Pier, 🏴 Pier"
    })
    void marks_that_hide_or_turn_text_around_go(String text, String cleaned) {
        assertThat(PlainText.clean(text)).isEqualTo(cleaned);
        assertThat(PlainText.cleanLines(text)).isEqualTo(cleaned);
        assertThat(PlainText.name(text, 100)).isEqualTo(cleaned);
    }

    @Test
    void a_reason_keeps_its_lines() {
        assertThat(PlainText.cleanLines(" First.\n\n \u202Esecond. \n")).isEqualTo("First.\n\n second.");
    }

    @ParameterizedTest
    @CsvSource({
        "'\0', 1",
        "'bridge\u0007', 7",
        "'🌉🌉\uE000', 3",
        "'ab\uD83C', 3",
        "'ab\uDF09c', 3",
        "'a\uFFFE', 2",
        "'ab\uFDD0', 3",
        "'a\uDBFF\uDFFD', 2",
        "'a\u001B[31m', 2",
        "'a\u0080', 2"
    })
    void place_of_the_first_character_that_cannot_be_used_is_told_as_people_count(String text, int place) {
        assertThat(PlainText.firstUnusable(text)).hasValue(place);
    }

    @Test
    void tabs_and_line_breaks_can_be_used() {
        assertThat(PlainText.firstUnusable("a\tb\r\nc\u0085d\u2028e")).isEmpty();
        assertThat(PlainText.clean("a\tb\r\nc\u0085d\u2028e")).isEqualTo("a b c d e");
    }
}
