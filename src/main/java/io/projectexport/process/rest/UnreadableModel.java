package io.projectexport.process.rest;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRefused;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.Severity;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.springframework.core.NestedExceptionUtils;

/** A model that the engine's own parsers do not read, told like one that the guard refuses: of some Camunda would answer 500. */
final class UnreadableModel {

    /** Where the engine reads what is deployed. */
    private static final Pattern PARSERS = Pattern.compile(
            "org\\.camunda\\.bpm\\.(engine\\.impl\\.(AbstractDefinitionDeployer|dmn\\.deployer"
                    + "|bpmn\\.parser|util\\.xml|dmn\\.transformer|form\\.deployer)|dmn\\.engine\\.impl\\.transform).*");

    private static final Pattern FILE =
            Pattern.compile("(?<![^\\s'\"])[^\\s'\"]+\\.(?:bpmn20\\.xml|bpmn|dmn11\\.xml|dmn|form)\\b");
    private static final Pattern END = Pattern.compile("(?<![.\\s])[.\\s]++$");
    private static final String REMEDY = "Open it in Camunda Modeler, mend it there and deploy it again";

    /** Number of what no rule of ours says. */
    private static final int ENGINE = 0;

    private UnreadableModel() {}

    /** Empty where the exception is about anything else. */
    static Optional<ModelRefused> refusal(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelRefused refused) {
                return Optional.of(refused);
            }
            if (cause instanceof ParseException unreadable) {
                return Optional.of(new ModelRefused(findings(unreadable)));
            }
        }
        return wasParsing(problem) ? Optional.of(new ModelRefused(List.of(finding(problem)))) : Optional.empty();
    }

    private static List<Finding> findings(ParseException unreadable) {
        return unreadable.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream().map(error -> finding(report, error)))
                .distinct()
                .toList();
    }

    private static Finding finding(ResourceReport report, Problem error) {
        Place place = new Place(report.getResourceName(), error.getMainElementId(), null);
        String where =
                error.getMainElementId() == null && error.getLine() > 0 ? " (line %d)".formatted(error.getLine()) : "";
        return finding(place, error.getMessage() + where);
    }

    private static Finding finding(Throwable problem) {
        String file = causes(problem)
                .map(cause -> FILE.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("The deployment");
        return finding(
                Place.ofFile(file),
                NestedExceptionUtils.getMostSpecificCause(problem).getMessage());
    }

    private static Finding finding(Place place, String said) {
        String readable = EngineRestExceptionMapper.readable(said == null ? "no more is known" : said);
        String words = END.matcher(readable.strip()).replaceAll("");
        return new Finding(ENGINE, Severity.REFUSES, place, "cannot be read by the engine: " + words, REMEDY);
    }

    private static boolean wasParsing(Throwable problem) {
        Throwable first = NestedExceptionUtils.getMostSpecificCause(problem);
        return !(first instanceof SQLException)
                && Stream.of(first.getStackTrace())
                        .anyMatch(frame -> PARSERS.matcher(frame.getClassName()).matches());
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }
}
