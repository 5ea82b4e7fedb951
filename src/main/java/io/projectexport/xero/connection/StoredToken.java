package io.projectexport.xero.connection;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * What Xero hands out for a consent; times are seconds since 1970.
 *
 * @param broken whether Xero has refused the refresh token, so that a person has to connect again
 */
record StoredToken(String accessToken, long expiresAt, String refreshToken, long refreshedAt, boolean broken) {

    /** A token that expires under way would cost a call. */
    private static final long MARGIN_SECONDS = 60;

    /** After which Xero ends what was not used. */
    private static final Duration UNUSED = Duration.ofDays(60);

    static StoredToken of(OAuth2AccessTokenResponse response, Instant now) {
        OAuth2AccessToken access = response.getAccessToken();
        Duration lifetime = Duration.between(access.getIssuedAt(), access.getExpiresAt());
        return new StoredToken(
                access.getTokenValue(),
                now.plus(lifetime).getEpochSecond(),
                response.getRefreshToken().getTokenValue(),
                now.getEpochSecond(),
                false);
    }

    boolean validAt(Instant now) {
        return expiresAt - MARGIN_SECONDS > now.getEpochSecond();
    }

    boolean refreshedWithin(Duration time, Instant now) {
        return refreshedAt + time.toSeconds() > now.getEpochSecond();
    }

    /** When the refresh token dies unless it is used; where Xero has refused it, it is dead. */
    Instant endsAt() {
        return broken ? Instant.EPOCH : Instant.ofEpochSecond(refreshedAt).plus(UNUSED);
    }

    StoredToken expired() {
        return new StoredToken(accessToken, 0, refreshToken, refreshedAt, broken);
    }

    StoredToken refused() {
        return new StoredToken(accessToken, 0, refreshToken, refreshedAt, true);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "StoredToken[broken=%s]".formatted(broken);
    }
}
