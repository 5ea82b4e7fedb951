package io.projectexport.export.summary;

import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.submission.NewSubmissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: makes one mail for each approver who wants to be told at once of all projects that came in together, as by a file of a
 * thousand.
 */
@Service
@Transactional
public class CollectNewProjects {

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final NewSubmissions submissions;
    private final SummaryReaders readers;
    private final Outbox outbox;
    private final Clock clock;

    CollectNewProjects(NewSubmissions submissions, SummaryReaders readers, Outbox outbox, Clock clock) {
        this.submissions = submissions;
        this.readers = readers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Moves what came in to the outbox, in one transaction, so that no node does it twice; nothing while more is expected. */
    public void collect() {
        List<UUID> exportIds = submissions.take(QUIET, LONGEST);
        if (!exportIds.isEmpty()) {
            String content = exportIds.stream().map(UUID::toString).collect(Collectors.joining(" "));
            readers.ofNewProjects(LocalDate.now(clock)).forEach(reader -> outbox.add(mail(reader.userId(), content)));
        }
    }

    private static Outbox.Mail mail(String userId, String content) {
        String id = "new-projects-" + UUID.randomUUID();
        return new Outbox.Mail(id, TellAboutNewProjects.KIND, null, null, content, userId, 0);
    }
}
