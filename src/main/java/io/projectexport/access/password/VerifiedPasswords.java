package io.projectexport.access.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * A cache of passwords that were right a moment ago, since programs send theirs with each call and the hash is slow on purpose. It keeps
 * no password, and knows none that was changed since.
 */
final class VerifiedPasswords {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key =
            new SecretKeySpec(KeyGenerators.secureRandom(32).generateKey(), HMAC);
    private final Cache<String, String> hashes = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    boolean know(UserEntity user, String password) {
        return user.getPassword().equals(hashes.getIfPresent(digest(user, password)));
    }

    void remember(UserEntity user, String password) {
        hashes.put(digest(user, password), user.getPassword());
    }

    private String digest(UserEntity user, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(user.getId().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
