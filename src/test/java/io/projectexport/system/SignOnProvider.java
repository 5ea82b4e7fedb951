package io.projectexport.system;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.projectexport.sandbox.FunctionServer;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.SentAnswer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID provider at which one person after the other is logged in already. */
final class SignOnProvider implements AutoCloseable {

    static final String CLIENT = "project-export";
    static final String SECRET = "provider-secret";

    private final RSAKey key = newKey();
    private final Map<String, ReceivedRequest> codes = new ConcurrentHashMap<>();
    private final FunctionServer server = new FunctionServer(0, this::answer);
    private volatile Map<String, Object> claims = Map.of();
    private volatile RSAKey signsWith = key;

    String issuer() {
        return server.url();
    }

    /** Whom the provider tells about from now on; {@code sub} names the person for good. */
    void isVisitedBy(String subject, Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", subject);
        this.claims = Map.copyOf(all);
        signsWith = key;
    }

    /** Somebody else takes the provider's place. */
    void isReplacedByAnImpostor() {
        signsWith = newKey();
    }

    private SentAnswer answer(ReceivedRequest request) {
        return switch (request.path()) {
            case "/.well-known/openid-configuration" -> SentAnswer.json(200, description());
            case "/keys" -> SentAnswer.json(200, new JWKSet(key.toPublicJWK()).toJSONObject());
            case "/authorize" -> authorize(request);
            case "/token" -> token(request);
            default -> SentAnswer.empty(404);
        };
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "end_session_endpoint",
                issuer() + "/logout",
                "subject_types_supported",
                List.of("public"),
                "response_types_supported",
                List.of("code"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private SentAnswer authorize(ReceivedRequest request) {
        String back = request.query().get("redirect_uri") + "?state="
                + request.query().get("state").replace("=", "%3D");
        if (claims.containsKey("denied")) {
            return SentAnswer.redirect(back + "&error=access_denied");
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, request);
        return SentAnswer.redirect(back + "&code=" + code);
    }

    private SentAnswer token(ReceivedRequest request) {
        ReceivedRequest authorized = codes.remove(request.form().get("code"));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (authorized == null
                || !("Basic " + basic).equals(request.header("Authorization"))
                || !hash(request.form().get("code_verifier"))
                        .equals(authorized.query().get("code_challenge"))) {
            return SentAnswer.json(400, Map.of("error", "invalid_grant"));
        }
        return SentAnswer.json(
                200,
                Map.of(
                        "access_token",
                        "secret-access-token",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        idToken(authorized.query().get("nonce"))));
    }

    private String idToken(String nonce) {
        try {
            JWTClaimsSet.Builder token = new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience(CLIENT)
                    .issueTime(new Date())
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .claim("nonce", nonce);
            claims.forEach(token::claim);
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    token.build());
            signed.sign(new RSASSASigner(signsWith));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("only").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
