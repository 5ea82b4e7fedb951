package io.projectexport.xero.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** Makes tokens unreadable, and unchangeable, for whoever has the database but not the key. */
final class TokenCipher {

    private static final Logger log = LoggerFactory.getLogger(TokenCipher.class);
    private static final int IV_BYTES = 16;

    private final ObjectMapper json = JsonMapper.builder()
            // a newer node may have stored more
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final AesBytesEncryptor aes;

    TokenCipher(byte[] key) {
        aes = new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
    }

    String encrypt(StoredConsent consent) {
        try {
            return Base64.getEncoder().encodeToString(aes.encrypt(json.writeValueAsBytes(consent)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what was encrypted with another key, which is as good as none. */
    Optional<StoredConsent> decrypt(String encrypted) {
        try {
            return Optional.of(json.readValue(aes.decrypt(Base64.getDecoder().decode(encrypted)), StoredConsent.class));
        } catch (IOException | IllegalStateException | IllegalArgumentException unreadable) {
            log.warn("APP_ENCRYPTION_KEY does not decrypt the stored connection to Xero; it has to be made anew.");
            return Optional.empty();
        }
    }
}
