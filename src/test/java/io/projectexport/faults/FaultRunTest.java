package io.projectexport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes under random faults; {@link FaultPlan} names the system properties that make it long, or the same again. */
@Tag("faults")
class FaultRunTest {

    @Test
    void accepted_projects_become_one_job_each_whatever_fails() {
        FaultPlan plan = FaultPlan.given();
        System.out.println("Fault run with -Dseed=" + plan.seed());
        try (Installation installation = new Installation("run", 2, new PostgresPair())) {
            FaultReport report = new FaultRun(
                            installation
                                    .with(
                                            "camunda.bpm.job-execution.lock-time-in-millis",
                                            String.valueOf(plan.lock().toMillis()))
                                    .start()
                                    .addPeople(),
                            plan)
                    .run();
            System.out.println(report);

            assertThat(report.violations()).isEmpty();
            assertThat(report.exports()).hasSize(plan.exports());
        }
    }
}
