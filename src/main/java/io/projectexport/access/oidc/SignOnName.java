package io.projectexport.access.oidc;

import io.projectexport.export.permission.UserName;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * User name at the provider as a user's id here, because providers use letters, signs and lengths that the engine does not take.
 *
 * @param name as the provider tells it
 * @param link names the person at the provider for good
 */
record SignOnName(String name, String link) {

    private static final int HASH = 10;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-zA-Z0-9._@+-]+");
    private static final Pattern READABLE = Pattern.compile("[a-zA-Z0-9]");

    /** Letters that do not decompose. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("\u00df", "ss"),
            Map.entry("\u00e6", "ae"),
            Map.entry("\u00c6", "AE"),
            Map.entry("\u0153", "oe"),
            Map.entry("\u0152", "OE"),
            Map.entry("\u00f8", "o"),
            Map.entry("\u00d8", "O"),
            Map.entry("\u0142", "l"),
            Map.entry("\u0141", "L"),
            Map.entry("\u0111", "d"),
            Map.entry("\u0110", "D"),
            Map.entry("\u0131", "i"));

    /** Whether the name itself can be the id. */
    boolean isUserId() {
        return isUserId(name);
    }

    /** The id closest to the name; empty where nothing of the name can be read. */
    String readable() {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        String id = OTHERS.matcher(plain).replaceAll("-");
        return READABLE.matcher(id).find() ? id : "";
    }

    /** An id that is this person's alone, and the same at any time. */
    String unique() {
        String readable = readable().isEmpty() ? "user" : readable();
        int room = UserName.LONGEST - HASH - 1;
        return readable.substring(0, Math.min(readable.length(), room)) + "-" + link.substring(0, HASH);
    }

    static boolean isUserId(String id) {
        return UserName.isUsable(id);
    }
}
