package io.projectexport.xero.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Makes tokens unreadable, and unchangeable, for whoever has the database but not the key. The first key encrypts, all decrypt, so that a
 * new one can take over; each value says inside which organisation it was made for, so that it cannot stand in for another's.
 */
final class TokenCipher {

    private static final Logger log = LoggerFactory.getLogger(TokenCipher.class);
    private static final int IV_BYTES = 16;
    private static final String MADE_FOR = "madeFor";

    private final ObjectMapper json = JsonMapper.builder()
            // a newer node may have stored more
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final List<AesBytesEncryptor> keys;

    TokenCipher(byte[]... keys) {
        this.keys = Arrays.stream(keys).map(TokenCipher::aes).toList();
    }

    /** Keys in base64, with commas between them. */
    static TokenCipher of(String keys) {
        return new TokenCipher(Arrays.stream(keys.split(","))
                .map(key -> Base64.getDecoder().decode(key.strip()))
                .toArray(byte[][]::new));
    }

    private static AesBytesEncryptor aes(byte[] key) {
        return new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
    }

    String encrypt(StoredConsent consent, String organisation) {
        try {
            ObjectNode sealed = json.valueToTree(consent);
            sealed.put(MADE_FOR, organisation);
            return Base64.getEncoder().encodeToString(keys.get(0).encrypt(json.writeValueAsBytes(sealed)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what was encrypted with another key, or for another organisation, which is as good as none. */
    Optional<StoredConsent> decrypt(String encrypted, String organisation) {
        Optional<StoredConsent> consent = keys.stream()
                .map(key -> decrypt(key, encrypted, organisation))
                .flatMap(Optional::stream)
                .findFirst();
        if (consent.isEmpty()) {
            log.warn("APP_ENCRYPTION_KEY does not decrypt the stored connection to Xero; it has to be made anew.");
        }
        return consent;
    }

    private Optional<StoredConsent> decrypt(AesBytesEncryptor key, String encrypted, String organisation) {
        try {
            JsonNode sealed = json.readTree(key.decrypt(Base64.getDecoder().decode(encrypted)));
            // values of earlier releases do not say it
            String madeFor = sealed.path(MADE_FOR).asText(organisation);
            return madeFor.equals(organisation)
                    ? Optional.of(json.treeToValue(sealed, StoredConsent.class))
                    : Optional.empty();
        } catch (IOException | IllegalStateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
