package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is a model has the name of one: the engine keeps any other file, and runs nothing of it. */
@Component
class ReadNames extends ModelRule {

    ReadNames() {
        super(101, Severity.REFUSES, "A model, form or decision table has a name that the engine reads.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        return sent.files().entrySet().stream()
                .filter(file -> FileKind.read(file.getKey()).isEmpty())
                .flatMap(file -> FileKind.looksLike(file.getValue()).stream()
                        .map(kind -> finding(
                                Place.ofFile(file.getKey()),
                                "is %s by what is in it, but is not read by this name".formatted(kind),
                                "Give it a name that ends in %s, in small letters".formatted(kind.suffix()))));
    }
}
