package io.projectexport.export.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.export.BusinessFixture;
import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type in forms, from the form to what is stored. */
class TypedFieldsTest {

    private static final String TYPED = "0012345..,,,000  '$NZDe+\u00a0\u200e\u2019";

    private final BusinessFixture business = new BusinessFixture();
    private final Accounting accounting = mock();
    private final TypedFields reader = new TypedFields(accounting);

    @BeforeEach
    void amounts_are_new_zealand_dollars() {
        when(accounting.currency()).thenReturn(Optional.of("NZD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "12500.00|12500.00",
                "12500|12500.00",
                "0|0.00",
                "1,250,000.00|1250000.00",
                "1,250,000|1250000.00",
                "1,250.5|1250.50",
                "$1,250,000.00|1250000.00",
                "$ 1,250,000.00|1250000.00",
                "NZD 1,250,000.00|1250000.00",
                "NZ$1,250,000.00|1250000.00",
                "1,250,000.00 NZD|1250000.00",
                "1 250 000|1250000.00",
                "1 250|1250.00",
                "1\u00a0250\u00a0000,50|1250000.50",
                "1\u2009250\u2009000.50|1250000.50",
                "1\u202f250\u202f000|1250000.00",
                " \t1,250,000.00\u00a0|1250000.00",
                "1.250.000,00|1250000.00",
                "1.250.000|1250000.00",
                "1250,50|1250.50",
                "1'250'000.00|1250000.00",
                "1\u2019250|1250.00",
            })
    void amount_is_understood_as_it_is_written_on_paper(String typed, String amount) {
        assertThat(submit(typed)).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,250",
                "1.250",
                "$1,250",
                "0,125,000",
                "1,25,000",
                "1,250,00",
                "12,50,000.00",
                "1,250.000,00",
                "1 2500",
                "1 250 00",
                "12 50",
                "1.25.00",
                "1'250,000.00",
                "-1,250,000.00",
                "(1,250,000.00)",
                "$1,250,000.00 NZD",
                "\u20ac1,250,000.00",
                "1,250,000.00 EUR",
                "1,250,000.005",
                "1,250,000.00 or so",
                "about 5",
                "5 %",
            })
    void amount_that_could_be_another_is_refused_by_its_field(String typed) {
        assertThatThrownBy(() -> submit(typed))
                .isInstanceOfSatisfying(
                        ActionRefused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("estimateAmount"));
    }

    /** The forms say beside a field what they can; they must not refuse anything else. */
    @ParameterizedTest
    @ValueSource(strings = {"submit-project", "correct-project"})
    void form_lets_pass_whatever_is_understood(String form) throws IOException {
        Pattern pattern = pattern(form, "estimateAmount");
        Random random = new Random(7);
        int understood = 0;
        for (int i = 0; i < 100_000; i++) {
            String typed = random.ints(1 + random.nextInt(9), 0, TYPED.length())
                    .mapToObj(at -> TYPED.substring(at, at + 1))
                    .collect(Collectors.joining());
            if (isUnderstood(typed)) {
                understood++;
                assertThat(typed).containsPattern(pattern);
            }
        }
        assertThat(understood).isGreaterThan(1000);
        assertThat(Stream.of("1,250", "1.250", "1.23E+06", "1,25,000", "12 50", "-5", "plenty"))
                .noneMatch(pattern.asPredicate());
    }

    private boolean isUnderstood(String typed) {
        Map<String, Object> fields = reader.read(BusinessFixture.fields("estimateAmount", typed));
        try {
            SubmissionValidator.check(fields, 255);
            return true;
        } catch (ActionRefused refused) {
            return false;
        }
    }

    private static Pattern pattern(String form, String key) throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile());
        return json.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals(key))
                .map(field -> Pattern.compile(field.at("/validate/pattern").asText(), Pattern.UNICODE_CHARACTER_CLASS))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void where_the_currency_is_not_known_yet_any_sign_of_one_is_taken() {
        assertThat(TypedAmount.plain("\u20ac1,250,000.00", Optional.empty())).contains("1250000.00");
        assertThat(TypedAmount.plain("R$ 5", Optional.empty())).contains("5");
        assertThat(TypedAmount.plain("kg 5", Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"USD, US$5", "USD, $5", "GBP, £5", "EUR, 5 €", "ZAR, R 5", "SGD, S$5", "SGD, $5", "AUD, A$5"})
    void signs_of_a_currency_are_those_of_its_country(String currency, String typed) {
        assertThat(TypedAmount.plain(typed, Optional.of(currency))).contains("5");
    }

    @Test
    void what_is_no_text_and_what_is_not_there_stays_as_it_is() {
        assertThat(reader.read(Map.of("estimateAmount", 5, "projectName", "1,250,000.00")))
                .isEqualTo(Map.of("estimateAmount", 5, "projectName", "1,250,000.00"));
        assertThat(reader.read(Map.of())).isEmpty();
    }

    private String submit(String typed) {
        Map<String, Object> fields = reader.read(BusinessFixture.fields("estimateAmount", typed));
        return business.submitProject
                .submit(UUID.randomUUID(), fields, business.sam)
                .project()
                .estimateAmount()
                .toPlainString();
    }
}
