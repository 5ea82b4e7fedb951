package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decoder of a file that does not say in which encoding it is: by its byte order mark, as UTF-8, or as Windows-1252 when that is certain. */
final class FileLetters {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * What text of western Europe does not have: three letters with marks or four other signs in a row, a sign within a word, a capital with a mark after a
     * small letter, controls. It is of another encoding, in which it means other letters.
     */
    private static final Pattern DOUBTFUL = Pattern.compile("[À-ÖØ-öø-ÿŠšŽžŒœŸ]{3}"
            + "|\\p{L}[¡-¿÷×†‡ˆ‰‹›„‚ƒ˜™€&&[^·ªºµ]]\\p{L}"
            + "|\\p{Ll}[ŠŽŒŸÀ-ÖØ-Þ]"
            + "|[^\\x00-\\x7F\\u00A0«»–—…‘’“”•€°]{4}"
            + "|[\\x00-\\x08\\x0E-\\x1F]");

    private FileLetters() {}

    /**
     * The text without its mark.
     *
     * @throws ActionRefused when it cannot be told which letters are meant
     */
    static String of(byte[] file) {
        String text = marked(file)
                .or(() -> decoded(file, StandardCharsets.UTF_8))
                .or(() -> decoded(file, WINDOWS)
                        .filter(western -> !DOUBTFUL.matcher(western).find()))
                .orElseThrow(FileLetters::unreadable);
        if (isBinary(text)) {
            throw unreadable();
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Optional<String> marked(byte[] file) {
        int first = file.length < 2 ? 0 : (file[0] & 0xFF) << 8 | file[1] & 0xFF;
        return switch (first) {
            case 0xFFFE -> decoded(file, StandardCharsets.UTF_16LE);
            case 0xFEFF -> decoded(file, StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** As UTF-16 without its mark, or no text at all; a NUL further on is a matter of its row. */
    private static boolean isBinary(String text) {
        return text.substring(0, Math.min(text.length(), 8)).indexOf('\0') >= 0;
    }

    private static ActionRefused unreadable() {
        return ActionRefused.invalid("body", "The CSV is not in UTF-8; save it as \"CSV UTF-8\".");
    }
}
