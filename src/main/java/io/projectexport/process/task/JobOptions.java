package io.projectexport.process.task;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.exactlyonce.JobChoice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** The jobs to choose from as a form offers them, and what was chosen there. */
public final class JobOptions {

    private static final String NEW = "new";

    private JobOptions() {}

    static SpinJsonNode of(List<FoundJob> found) {
        Stream<Map<String, String>> links = found.stream()
                .map(job -> option(
                        "Link to " + job.job().id() + ": " + job.details(),
                        job.job().id()));
        Stream<Map<String, String>> another = Stream.of(option("Create a new job of the same name", NEW));
        return Spin.JSON(
                found.isEmpty() ? List.of() : Stream.concat(links, another).toList());
    }

    private static Map<String, String> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    static JobChoice choice(String value) {
        return NEW.equals(value) ? new JobChoice(null, true) : new JobChoice(value, false);
    }

    public static String value(JobChoice choice) {
        return choice.createNew() ? NEW : choice.linkTo() == null ? "" : choice.linkTo();
    }
}
