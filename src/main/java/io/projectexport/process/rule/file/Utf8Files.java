package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every tool here reads UTF-8; another encoding damages letters, or hides what a check looks for. */
@Component
class Utf8Files extends ModelRule {

    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final String UTF_8 = "UTF-8";
    private static final int HEAD = 200;

    Utf8Files() {
        super(104, Severity.REFUSES, "A file is written in UTF-8.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        return sent.files().entrySet().stream()
                .filter(file -> FileKind.read(file.getKey()).isPresent())
                .filter(file -> !isUtf8(file))
                .map(file -> finding(
                        Place.ofFile(file.getKey()),
                        "is not written in UTF-8",
                        "Save it in Camunda Modeler, or as UTF-8"));
    }

    private static boolean isUtf8(Entry<String, byte[]> file) {
        byte[] content = file.getValue();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException other) {
            return false;
        }
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.UTF_8);
        Matcher declared = DECLARED.matcher(head.startsWith("\uFEFF") ? head.substring(1) : head);
        return head.indexOf('\0') < 0 && (!declared.find() || declared.group(1).equalsIgnoreCase(UTF_8));
    }
}
