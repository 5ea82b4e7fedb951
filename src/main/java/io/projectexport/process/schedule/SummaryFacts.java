package io.projectexport.process.schedule;

import io.projectexport.export.diagnostics.Fact;
import io.projectexport.export.diagnostics.Facts;
import io.projectexport.export.summary.SummaryAudience;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.process.timer.DailySummarySchedule;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** When the next daily summary is due, and who gets it. */
@Component
class SummaryFacts implements Facts {

    private final DailySummarySchedule schedule;
    private final SummaryAudience audience;
    private final SummaryRun run;
    private final DisplayFormat format;

    SummaryFacts(DailySummarySchedule schedule, SummaryAudience audience, SummaryRun run, DisplayFormat format) {
        this.schedule = schedule;
        this.audience = audience;
        this.run = run;
        this.format = format;
    }

    @Override
    public List<Fact> tell() {
        ZonedDateTime next = schedule.next();
        if (next == null) {
            return List.of(Fact.of("Next daily summary", "none: DAILY_SUMMARY_CRON names no day"));
        }
        List<String> names = audience.on(next.toLocalDate());
        String value = "%s (%s)".formatted(format.moment(next.toInstant()), format.zone());
        return List.of(
                new Fact("Next daily summary", value, run.problem().orElse(null)),
                new Fact(
                        "It goes to",
                        names.isEmpty() ? "nobody" : String.join(", ", names),
                        names.isEmpty()
                                ? "There is no accounting approver who has an e-mail address and wants it: make somebody one, or have them turn it on in their profile."
                                : null));
    }
}
