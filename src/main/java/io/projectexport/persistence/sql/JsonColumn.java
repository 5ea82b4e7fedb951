package io.projectexport.persistence.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.FoundJob;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list or map as JSON in one column, so that many rows are one query. */
public final class JsonColumn<T> {

    public static final JsonColumn<List<ExportError>> ERRORS = new JsonColumn<>(new TypeReference<>() {});
    public static final JsonColumn<List<FoundJob>> FOUND_JOBS = new JsonColumn<>(new TypeReference<>() {});
    public static final JsonColumn<Set<String>> IDS = new JsonColumn<>(new TypeReference<>() {});
    public static final JsonColumn<Map<String, String>> TEXTS = new JsonColumn<>(new TypeReference<>() {});
    public static final JsonColumn<List<String>> MESSAGES = new JsonColumn<>(new TypeReference<>() {});

    // not the web's mapper: what is stored must not change with the settings of the API
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TypeReference<T> type;

    private JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    public String write(T value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public T read(String json) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
