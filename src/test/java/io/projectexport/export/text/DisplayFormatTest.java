package io.projectexport.export.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisplayFormatTest {

    // in Auckland the next day has begun
    private static final Instant EVENING = Instant.parse("2027-03-30T15:04:09Z");

    private final DisplayFormat format = new DisplayFormat(Clock.system(ZoneId.of("Pacific/Auckland")));

    @Test
    void moments_are_written_in_the_zone_of_the_installation() {
        assertThat(format.moment(EVENING)).isEqualTo("31 Mar 2027, 04:04");
        assertThat(format.momentToTheSecond(EVENING)).isEqualTo("31 Mar 2027, 04:04:09");
        assertThat(format.sortableMoment(EVENING)).isEqualTo("2027-03-31 04:04");
        assertThat(format.date(EVENING)).isEqualTo("31 Mar 2027");
        assertThat(format.timeOfDay(EVENING)).isEqualTo("04:04");
        assertThat(format.at(EVENING)).hasToString("2027-03-31T04:04:09+13:00");
        assertThat(format.zone()).hasToString("Pacific/Auckland");
    }

    @Test
    void dates_have_no_zone() {
        assertThat(format.date(LocalDate.of(2027, 3, 1))).isEqualTo("1 Mar 2027");
    }

    @Test
    void amounts_have_two_decimals_and_the_currency_if_it_is_known() {
        assertThat(format.amount(new BigDecimal("1250000.5"), "NZD")).isEqualTo("NZD 1,250,000.50");
        assertThat(format.amount(new BigDecimal("0.125"), null)).isEqualTo("0.13");
    }

    @Test
    void null_stays_null() {
        assertThat(format.moment(null)).isNull();
        assertThat(format.momentToTheSecond(null)).isNull();
        assertThat(format.sortableMoment(null)).isNull();
        assertThat(format.timeOfDay(null)).isNull();
        assertThat(format.date((Instant) null)).isNull();
        assertThat(format.date((LocalDate) null)).isNull();
        assertThat(format.at(null)).isNull();
        assertThat(format.amount(null, "NZD")).isNull();
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(format.moment(EVENING)).isEqualTo("31 Mar 2027, 04:04");
            assertThat(format.amount(new BigDecimal("12500"), "EUR")).isEqualTo("EUR 12,500.00");
        } finally {
            Locale.setDefault(machine);
        }
    }
}
