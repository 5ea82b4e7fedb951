package io.projectexport.access.password;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** bcrypt, which stored passwords are hashed with, and salted: whoever gets the database has to spend much for each guess. */
final class SlowHash implements PasswordEncryptor {

    /** What bcrypt takes; it would cut the rest off. */
    static final int LONGEST_BYTES = 72;

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();

    static boolean takes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "BCRYPT";
    }
}
