package io.projectexport.export.summary;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.summary.SummaryReaders.Reader;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Use case: reminds accounting approvers, or their deputies, once a day of the projects that wait, as long as any does. */
@Service
public class DailySummary {

    private static final int MAX_FAILED = 10;
    // the JDK's, because the business knows no library
    private static final System.Logger log = System.getLogger(DailySummary.class.getName());

    private final ProjectExports exports;
    private final SummaryReaders readers;
    private final SummaryClaims claims;
    private final SummaryMailer mailer;
    private final Accounting accounting;
    private final Clock clock;

    DailySummary(
            ProjectExports exports,
            SummaryReaders readers,
            SummaryClaims claims,
            SummaryMailer mailer,
            Accounting accounting,
            Clock clock) {
        this.exports = exports;
        this.readers = readers;
        this.claims = claims;
        this.mailer = mailer;
        this.accounting = accounting;
        this.clock = clock;
    }

    /** The day it is now for the people of this installation. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Logins of those who are to get the day's summary and have not had it; empty when nothing waits. */
    public List<String> recipients(LocalDate day) {
        if (exports.countReadyToExport() == 0) {
            return List.of();
        }
        Set<String> served = claims.claimed(day);
        return readers.on(day).stream()
                .map(Reader::userId)
                .filter(userId -> !served.contains(userId))
                .toList();
    }

    /**
     * Sends a day's summary to one person, unless the day is over, it was sent, nothing waits any more, or the person is none of its
     * readers any more.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    public void send(String userId, LocalDate day) {
        if (day.isBefore(today())) {
            log.log(Level.INFO, "The summary of {0} for {1} is dropped, because the day is over.", day, userId);
            return;
        }
        List<ProjectExport> waiting = exports.readyToExport(Summary.MAX_LISTED);
        Optional<Reader> reader =
                readers.on(day).stream().filter(r -> r.userId().equals(userId)).findFirst();
        // claimed and committed before the mail goes out: a crash in between costs one reminder, never sends two
        if (reader.isPresent() && !waiting.isEmpty() && claims.claim(userId, day)) {
            deliver(summary(reader.get(), day, waiting), userId);
        }
    }

    private void deliver(Summary summary, String userId) {
        try {
            mailer.send(summary);
        } catch (RuntimeException notTaken) {
            claims.release(userId, summary.day());
            throw notTaken;
        }
    }

    private Summary summary(Reader reader, LocalDate day, List<ProjectExport> waiting) {
        return new Summary(
                "summary-%s-%s".formatted(day, reader.userId()),
                reader.person().email(),
                reader.person().name(),
                reader.standsInFor(),
                day,
                waiting.stream().map(Summary.Waiting::of).toList(),
                total(waiting.size()),
                exports.failedToExport(MAX_FAILED).stream()
                        .map(DailySummary::failed)
                        .toList(),
                accounting.currency().orElse(null));
    }

    private static Summary.Failed failed(ProjectExport export) {
        return new Summary.Failed(
                export.id(),
                export.project().number(),
                export.project().name(),
                export.outcome().errors().stream()
                        .map(ExportError::message)
                        .findFirst()
                        .orElse(null));
    }

    /** Asks only where there can be more than are listed; somebody may decide about one between two questions. */
    private long total(int listed) {
        return listed < Summary.MAX_LISTED ? listed : Math.max(listed, exports.countReadyToExport());
    }
}
