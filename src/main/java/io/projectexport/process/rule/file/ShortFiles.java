package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A file that is far larger than a drawing can be would only cost memory. */
@Component
class ShortFiles extends ModelRule {

    ShortFiles() {
        super(103, Severity.REFUSES, "A file has at most 2 MB.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        return sent.files().entrySet().stream()
                .filter(file -> file.getValue().length > SentModels.LONGEST)
                .map(file -> finding(
                        Place.ofFile(file.getKey()),
                        "has more than 2 MB",
                        "Take out what does not belong there, such as pictures or a part that was pasted many times"));
    }
}
