package io.projectexport.xero;

import java.time.Instant;

/**
 * What a person's consent gave this application.
 *
 * @param broken whether Xero has refused the refresh token, so that a person has to connect again
 */
record StoredToken(String accessToken, long expiresAt, String refreshToken, boolean broken) {

    /** A token that expires under way would cost a call. */
    private static final long MARGIN_SECONDS = 60;

    boolean isValid(Instant now) {
        return expiresAt - MARGIN_SECONDS > now.getEpochSecond();
    }

    StoredToken expired() {
        return new StoredToken(accessToken, 0, refreshToken, broken);
    }

    StoredToken refused() {
        return new StoredToken(accessToken, 0, refreshToken, true);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "StoredToken[broken=%s]".formatted(broken);
    }
}
