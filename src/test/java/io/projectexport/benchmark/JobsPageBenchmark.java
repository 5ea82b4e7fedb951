package io.projectexport.benchmark;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures every answer of the Jobs page and the API among 100,000 projects, or as many as are asked for; it takes minutes, so that it runs by its name only. */
@Tag("benchmark")
class JobsPageBenchmark {

    private final int repetitions = Integer.getInteger("repetitions", 20);
    private final int clients = Integer.getInteger("clients", 4);
    private final int finished = Integer.getInteger("finished", 100_000);
    private final int waiting = Integer.getInteger("waiting", 5_000);

    @Test
    void every_request_is_answered_and_its_times_are_printed() {
        try (MeasuredApplication application = new MeasuredApplication()) {
            ManyProjects projects = new ManyProjects(application.database(), finished, waiting);
            projects.fill();
            Measurement measurement = new Measurement(application, MeasuredRequest.all(application.database()));
            measurement.run(1, Math.max(1, repetitions / 4));

            List<Times> oneByOne = measurement.run(1, repetitions);
            List<Times> atOnce = measurement.run(clients, repetitions);

            System.out.println(new BenchmarkReport(
                    application.postgresVersion(), projects.rows(), clients, oneByOne, atOnce, measurement.file(3)));
        }
    }
}
