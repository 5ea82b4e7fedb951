package io.projectexport.mail;

import io.github.bucket4j.Bucket;
import io.projectexport.export.notification.SentNotices;
import io.projectexport.export.permission.GuessedPassword;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails administrators that somebody guesses a password: once a day for each person, and about a few people an hour, so that nobody floods
 * them. Never within the request, whose time would tell which names are people; about names that nobody has nobody is told, since there
 * is nothing to guess.
 */
@Component
final class GuessedPasswordMails implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GuessedPasswordMails.class);

    private static final String SUBJECT = "Project Export: somebody guesses a password";
    private static final int PEOPLE_AN_HOUR = 10;
    private static final int WAITING = 100;

    private final People people;
    private final SentNotices sent;
    private final MailTemplates templates;
    private final MailDelivery delivery;
    private final MailLinks links;
    private final Clock clock;
    private final Bucket told = Bucket.builder()
            .addLimit(limit -> limit.capacity(PEOPLE_AN_HOUR).refillGreedy(PEOPLE_AN_HOUR, Duration.ofHours(1)))
            .build();
    // what does not fit in is dropped, and stands in the log
    private final ThreadPoolExecutor background = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            task -> new Thread(task, "guessed-passwords"),
            new ThreadPoolExecutor.DiscardPolicy());

    GuessedPasswordMails(
            People people,
            SentNotices sent,
            MailTemplates templates,
            MailDelivery delivery,
            MailLinks links,
            Clock clock) {
        this.people = people;
        this.sent = sent;
        this.templates = templates;
        this.delivery = delivery;
        this.links = links;
        this.clock = clock;
    }

    @EventListener
    void on(GuessedPassword guessed) {
        background.execute(() -> {
            try {
                tell(guessed);
            } catch (RuntimeException failure) {
                // without its text, which names addresses
                log.warn(
                        "The administrators could not be told that somebody guesses the password of {}: {}",
                        guessed.userId(),
                        failure.getClass().getSimpleName());
            }
        });
    }

    private void tell(GuessedPassword guessed) {
        String id = "guessed-%s-%s".formatted(LocalDate.now(clock), guessed.userId());
        if (sent.contains(id) || !told.tryConsume(1) || !sent.claim(id)) {
            return;
        }
        Map<String, Object> values = values(guessed);
        String text = templates.text("guessed", values);
        String html = templates.html("guessed", values);
        people.administrators().stream()
                .filter(Person::getsMail)
                .map(admin -> new Mail(id + "-" + admin.userId(), admin.email(), SUBJECT, text, html))
                .forEach(this::send);
    }

    /** One broken mailbox does not disturb the others. */
    private void send(Mail mail) {
        try {
            delivery.send(mail);
        } catch (RuntimeException failure) {
            log.warn("Mail {} did not go out: {}", mail.id(), failure.getClass().getSimpleName());
        }
    }

    private Map<String, Object> values(GuessedPassword guessed) {
        String name = people.person(guessed.userId()).name().replaceAll("[\\p{Cc}\\p{Z}]+", " ");
        return Map.of(
                "title", SUBJECT,
                "login", guessed.userId(),
                "name", name,
                "address", guessed.address().isEmpty() ? "an unknown address" : guessed.address(),
                "tries", guessed.tries(),
                "link", links.people(),
                "home", links.home());
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
