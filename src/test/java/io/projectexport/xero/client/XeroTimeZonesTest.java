package io.projectexport.xero.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.xero.models.accounting.TimeZone;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class XeroTimeZonesTest {

    @ParameterizedTest
    @EnumSource
    void every_time_zone_that_xero_java_knows_is_known(TimeZone zone) {
        assertThat(XeroTimeZones.named(zone.getValue())).isPresent();
    }

    @Test
    void a_name_is_read_as_windows_writes_it_too_and_what_is_none_is_unknown() {
        assertThat(XeroTimeZones.named("New Zealand Standard Time")).contains(ZoneId.of("Pacific/Auckland"));
        assertThat(XeroTimeZones.named("UTC-11")).contains(ZoneId.of("Etc/GMT+11"));
        assertThat(XeroTimeZones.named("UTC+12")).contains(ZoneId.of("Etc/GMT-12"));
        assertThat(XeroTimeZones.named("Mars Standard Time")).isEmpty();
        assertThat(XeroTimeZones.named("")).isEmpty();
        assertThat(XeroTimeZones.named(null)).isEmpty();
    }
}
