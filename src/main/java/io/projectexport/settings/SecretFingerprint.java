package io.projectexport.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Tells whether a secret is another one than before. Whoever reads it in the database cannot find the secret by it: each guess costs much, and
 * many guesses fit.
 */
final class SecretFingerprint {

    private static final int ROUNDS = 10_000;
    private static final int BITS = 16;

    private SecretFingerprint() {}

    /** @param salt one for each secret of each installation */
    static String of(String secret, String salt) {
        try {
            PBEKeySpec key = new PBEKeySpec(secret.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(key)
                            .getEncoded());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has PBKDF2", missing);
        }
    }
}
