package io.projectexport.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.projectexport.export.ExportError;
import java.io.UncheckedIOException;
import java.util.List;

/** The errors of an export as JSON in one column, so that a page of projects is one query. */
final class ErrorsColumn {

    // not the web's mapper: what is stored must not change with the settings of the API
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ExportError>> ERRORS = new TypeReference<>() {};

    private ErrorsColumn() {}

    static String write(List<ExportError> errors) {
        try {
            return JSON.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ExportError> read(String json) {
        try {
            return JSON.readValue(json, ERRORS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
