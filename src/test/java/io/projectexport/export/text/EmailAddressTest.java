package io.projectexport.export.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.com, anna@example.com",
        "Anna.Lee+erp@EXAMPLE.com, Anna.Lee+erp@example.com",
        "o'brien@example.co.nz, o'brien@example.co.nz",
        "anna@bücher.example, anna@xn--bcher-kva.example",
        "anna@BÜCHER.example, anna@xn--bcher-kva.example",
        "anna@bu\u0308cher.example, anna@xn--bcher-kva.example",
        "anna@xn--bcher-kva.example, anna@xn--bcher-kva.example",
        "anna@пример.рф, anna@xn--e1afmkfd.xn--p1ai",
        "anna@例え.jp, anna@xn--r8jz45g.jp",
        "anna@toyota日本ドメイン.jp, anna@xn--toyota-8o4epknhtg6748cehd.jp",
        "ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ, anna@example.com",
        "anna@example。com, anna@example.com",
        "\u200Eanna@example.com\u200F, anna@example.com",
        "anna@exam\u00ADple.com\uFEFF, anna@example.com",
        "anna@o\uFB03ce.example, anna@office.example",
        "anna@xn--strae-oqa.example, anna@xn--strae-oqa.example"
    })
    void address_is_sent_in_ascii(String text, String sent) {
        assertThat(EmailAddress.parse(text).sent()).isEqualTo(sent).isASCII();
        assertThat(EmailAddress.parse(EmailAddress.parse(text).toString()).sent())
                .isEqualTo(sent);
        assertThat(EmailAddress.same(text, sent)).isTrue();
        assertThat(EmailAddress.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "\u200B",
                "anna",
                "anna@",
                "@example.com",
                "anna@example",
                "anna.@example.com",
                ".anna@example.com",
                "an..na@example.com",
                "anna@my_company.com",
                "anna@-example.com",
                "anna@example-.com",
                "anna@example..com",
                "anna@example.com.",
                "anna@example.com>",
                "<anna@example.com>",
                "anna@example.com;",
                "anna@example.com,",
                "anna@example.com，",
                "anna@example.com、",
                "anna@example.com!",
                "anna@example.com…",
                "anna@example.com»",
                "anna@example.com\uFF1B",
                "anna@example.com, eve@example.com",
                "anna@eve@example.com",
                "anna@example.com\r\nBcc: eve@example.com",
                "an na@example.com",
                "\"an na\"@example.com",
                "anna@[127.0.0.1]",
                "anna@127.0.0.1",
                "anna@exa mple.com",
                "anna@🌉\u200D.example.123"
            })
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> EmailAddress.parse(text)).isInstanceOf(EmailAddress.Unusable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Łukasz@example.com, Ł",
        "jörg@example.com, ö",
        "o\uFB03ce@example.com, \uFB03",
        "анна@example.com, а",
        "ann\u0430@example.com, \u0430",
        "anna²@example.com, ²",
        "🌉@example.com, 🌉"
    })
    void letter_that_no_mail_server_takes_is_named(String text, String letter) {
        assertThatThrownBy(() -> EmailAddress.parse(text))
                .isInstanceOf(EmailAddress.Unusable.class)
                .hasMessage("has \"%s\" before the @, where mail servers take letters from a to z only.", letter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@\u0435xample.com",
                "anna@xn--xample-2of.com",
                "anna@exampl\u03B5.com",
                "anna@www.p\u0430ypal.com",
                "anna@例え\u0435.jp"
            })
    void domain_in_mixed_alphabets_is_refused_and_is_nobody_elses(String text) {
        assertThatThrownBy(() -> EmailAddress.parse(text)).hasMessageContaining("different alphabets");
        assertThat(EmailAddress.same(text, "anna@example.com")).isFalse();
        assertThat(EmailAddress.same(text, "anna@5xample.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@straße.example", "anna@λόγος.example", "anna@نامه\u200Cای.example"})
    void domain_that_leads_to_different_ones_is_refused(String text) {
        assertThatThrownBy(() -> EmailAddress.parse(text)).hasMessageContaining("beginning with xn--");
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void part_before_the_at_can_be_too_long(int letters, boolean fits) {
        assertThat(EmailAddress.problem("a".repeat(letters) + "@example.com").isEmpty())
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANNA@Example.COM",
                " anna@example.com ",
                "ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ",
                "anna@example.com,",
                "anna@example.com;",
                "anna@example.com，",
                "anna@example.com.",
                "<anna@example.com>",
                "'anna@example.com'",
                "anna@example.com\u200E",
                "\u202Aanna@example.com\u202C",
                "an\u00ADna@exam\u200Bple.com",
                "anna@example\u3002com"
            })
    void one_person_is_one_however_the_address_is_spelled(String spelling) {
        assertThat(EmailAddress.same(spelling, "anna@example.com")).isTrue();
        assertThat(EmailAddress.same("anna@example.com", spelling)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "anna@example.co",
                "an.na@example.com",
                "_anna@example.com",
                "anna@exampıe.com",
                "anna",
                ""
            })
    void somebody_else_is_somebody_else(String other) {
        assertThat(EmailAddress.same(other, "anna@example.com")).isFalse();
        assertThat(EmailAddress.same(null, other)).isFalse();
    }
}
