package io.projectexport.persistence.exactlyonce;

import static io.projectexport.persistence.sql.SqlValues.text;
import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.exactlyonce.CreateCalls;
import io.projectexport.export.exactlyonce.ExportAttempt;
import io.projectexport.export.exactlyonce.LookupResult;
import io.projectexport.persistence.sql.JsonColumn;
import io.projectexport.persistence.sql.SqlValues;
import java.util.HashMap;
import java.util.Map;

/** Writes an attempt: a value for each parameter of the statements on {@code export_attempt}. {@link ExportAttemptRowMapper} reads it. */
final class ExportAttemptColumns {

    private ExportAttemptColumns() {}

    static Map<String, Object> of(ExportAttempt attempt) {
        Map<String, Object> values = new HashMap<>();
        values.put("exportId", attempt.exportId());
        values.put("number", attempt.number());
        values.put("version", attempt.version());
        values.put("key", attempt.key());
        values.put("payloadHash", attempt.payloadHash());
        values.put("jobName", attempt.jobName());
        values.put("organisation", attempt.organisation());
        values.put("state", attempt.state().name());
        values.put("jobId", SqlValues.jobId(attempt.job()));
        values.put("jobUrl", SqlValues.jobUrl(attempt.job()));
        values.putAll(calls(attempt.calls()));
        values.putAll(lookup(attempt.lookup()));
        return values;
    }

    private static Map<String, Object> calls(CreateCalls calls) {
        Map<String, Object> values = new HashMap<>();
        values.put("calls", calls.count());
        values.put("lastCallAt", timestamp(calls.lastBegan()));
        values.put("callEndedAt", timestamp(calls.lastEnded()));
        values.put("problem", text(calls.problem()));
        return values;
    }

    private static Map<String, Object> lookup(LookupResult lookup) {
        Map<String, Object> values = new HashMap<>();
        values.put("absentSince", timestamp(lookup.absentSince()));
        values.put("foundJobs", text(JsonColumn.FOUND_JOBS.write(lookup.found())));
        values.put("strangers", JsonColumn.IDS.write(lookup.dismissedIds()));
        return values;
    }
}
