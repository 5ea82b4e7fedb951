package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Cases would run beside everything that this application watches. */
@Component
class NoCases extends ModelRule {

    NoCases() {
        super(102, Severity.REFUSES, "No case (CMMN) is deployed.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        return sent.files().keySet().stream()
                .filter(name -> FileKind.read(name)
                        .filter(kind -> kind == FileKind.CASE)
                        .isPresent())
                .map(name -> finding(
                        Place.ofFile(name),
                        "is a case, which this application does not run",
                        "Draw a process instead"));
    }
}
