package io.projectexport.xero.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Time zones by the names that Xero gives them, which are those of Windows. */
public final class XeroTimeZones {

    private static final Properties NAMES = read();

    private XeroTimeZones() {}

    private static Properties read() {
        Properties names = new Properties();
        try (InputStream file = XeroTimeZones.class.getResourceAsStream("/xero/time-zones.properties")) {
            names.load(file);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a name that nobody knows yet; null has none. */
    public static Optional<ZoneId> named(String name) {
        return Optional.ofNullable(name)
                .map(text -> text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9+]", ""))
                .map(NAMES::getProperty)
                .flatMap(XeroTimeZones::zone);
    }

    /** Empty where this Java is older than the zone. */
    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
