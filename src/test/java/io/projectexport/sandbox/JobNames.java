package io.projectexport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the name of the job that a call wants to create, in either API. */
final class JobNames {

    private JobNames() {}

    /** Empty when there is none. */
    static String of(ReceivedRequest request) {
        JsonNode body = AccountingApi.json(request);
        return body.path("name").asText(body.path("Name").asText(""));
    }
}
