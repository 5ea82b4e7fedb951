package io.projectexport.export.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a link by which somebody sets a password: which link it is, and a secret of 256 random bits, of which the hash alone is
 * stored. A slow hash would protect nothing, since nobody guesses so many bits.
 */
record LinkCode(UUID id, String secret) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{32})([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkCode random(UUID id) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return new LinkCode(id, HexFormat.of().formatHex(secret));
    }

    /** Empty for what is none; blanks that came along when it was copied do not count. */
    static Optional<LinkCode> parse(String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text.replaceAll("\\s", ""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String id = parts.group(1);
        long most = Long.parseUnsignedLong(id.substring(0, 16), 16);
        long least = Long.parseUnsignedLong(id.substring(16), 16);
        return Optional.of(new LinkCode(new UUID(most, least), parts.group(2)));
    }

    String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Takes the same time wherever the two differ. */
    boolean fits(String storedHash) {
        return storedHash != null
                && MessageDigest.isEqual(
                        hash().getBytes(StandardCharsets.US_ASCII), storedHash.getBytes(StandardCharsets.US_ASCII));
    }

    /** As the link carries it. */
    String text() {
        return id.toString().replace("-", "") + secret;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "LinkCode[id=%s]".formatted(id);
    }
}
