package io.projectexport.xero;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** Makes tokens unreadable, and unchangeable, for whoever has the database but not the key. */
final class TokenCipher {

    private static final int IV_BYTES = 16;

    private final ObjectMapper json = new ObjectMapper();
    private final AesBytesEncryptor aes;

    TokenCipher(byte[] key) {
        aes = new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
    }

    String encrypt(StoredToken token) {
        try {
            return Base64.getEncoder().encodeToString(aes.encrypt(json.writeValueAsBytes(token)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoredToken decrypt(String encrypted) {
        try {
            return json.readValue(aes.decrypt(Base64.getDecoder().decode(encrypted)), StoredToken.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
