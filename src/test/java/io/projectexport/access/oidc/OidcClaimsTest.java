package io.projectexport.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

class OidcClaimsTest {

    @ParameterizedTest
    @CsvSource({
        "true,  false, anna@example.com",
        "false, false,",
        "yes,   false,",
        ",      false,",
        "true,  true,  anna@example.com",
        ",      true,  anna@example.com",
        "false, true,",
    })
    void an_address_counts_where_the_provider_has_verified_it_or_the_installation_trusts_the_provider(
            String verified, boolean trusted, String email) {
        OidcPerson person = read(verified, trusted, "preferred_username");

        assertThat(person.email()).isEqualTo(email);
        assertThat(person.userId()).isEqualTo("anna");
    }

    @ParameterizedTest
    @CsvSource({"true, anna@example.com", ", anna@example.com", "false,"})
    void whose_user_name_is_the_address_logs_in_unless_the_provider_denies_it(String verified, String userId) {
        assertThat(read(verified, false, "email").userId()).isEqualTo(userId);
    }

    private static OidcPerson read(String verified, boolean trusted, String userClaim) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                "https://login.example.com",
                "sub",
                "7",
                "preferred_username",
                "anna",
                "email",
                "anna@example.com"));
        if (verified != null) {
            claims.put("email_verified", verified.equals("true") ? Boolean.TRUE : verified);
        }
        OidcIdToken token =
                new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(60), claims);
        OidcSettings settings =
                new OidcSettings("https://login.example.com", "id", "secret", "openid", userClaim, "groups", trusted);
        return new OidcClaims(settings).read(new DefaultOidcUser(List.of(), token));
    }
}
