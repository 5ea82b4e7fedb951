package io.projectexport.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Reads client id and secret the way OAuth 2 sends them in HTTP Basic: encoded as in a form, then joined by a colon. */
final class ClientCredentials {

    private ClientCredentials() {}

    /** Id and secret; an empty list for anything else. */
    static List<String> fromBasic(String authorization) {
        if (!authorization.startsWith("Basic ")) {
            return List.of();
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            return Stream.of(new String(pair, StandardCharsets.UTF_8).split(":", 2))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
