package io.projectexport.persistence.sql;

import io.projectexport.export.accounting.XeroJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Values in the form that both databases take and give back unchanged. */
public final class SqlValues {

    private SqlValues() {}

    /** Cut to the microseconds that the databases keep, because PostgreSQL would round up. */
    public static OffsetDateTime timestamp(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime timestamp = row.getObject(column, OffsetDateTime.class);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Names without commas, in their order; null for none. */
    public static String list(Collection<String> names) {
        return names.isEmpty() ? null : names.stream().sorted().collect(Collectors.joining(","));
    }

    public static Set<String> set(String list) {
        return list == null ? Set.of() : Set.of(list.split(","));
    }

    /** From a table with these two columns; null where no job is linked yet. */
    public static XeroJob job(ResultSet row) throws SQLException {
        String id = row.getString("xero_job_id");
        return id == null ? null : new XeroJob(id, row.getString("xero_job_url"));
    }

    public static String jobId(XeroJob job) {
        return job == null ? null : job.id();
    }

    public static String jobUrl(XeroJob job) {
        return job == null ? null : job.url();
    }

    /** To be multiplied with an interval of one second. */
    public static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** A pattern of {@code like} that finds the text anywhere. */
    public static String contains(String text) {
        return "%" + text(text).replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /** Without the one character that PostgreSQL cannot store, in text that nobody checked before. */
    public static String text(String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
