package io.projectexport.mail;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.projectexport.export.FakePeople;
import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.connection.ConnectionAlarm;
import io.projectexport.export.conversation.RemarkNotifier;
import io.projectexport.export.notification.Notifier;
import io.projectexport.export.notification.SentNotices;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.people.PasswordLinkMailer;
import io.projectexport.export.permission.People;
import io.projectexport.export.rejection.RejectionsMailer;
import io.projectexport.export.summary.NewProjectsMailer;
import io.projectexport.export.summary.SummaryMailer;
import io.projectexport.export.text.DisplayFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The package as Spring wires it, sending to a mail server on this machine. */
final class MailContext implements AutoCloseable {

    final FakePeople people = new FakePeople();
    private final Accounting accounting = mock();
    private final SentNotices sent = new SentInMemory();
    final InMemoryUndeliveredMails undelivered = new InMemoryUndeliveredMails();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    MailContext(int smtpPort) {
        this(smtpPort, Map.of());
    }

    MailContext(int smtpPort, Map<String, Object> settings) {
        Map<String, Object> defaults = Map.of(
                "spring.mail.host", "localhost",
                "spring.mail.port", smtpPort,
                "spring.mail.properties.mail.smtp.timeout", 400,
                "mail.from", "ERP Integrations <erp@example.com>",
                "app.base-url", "https://erp.example.com/");
        given(accounting.currency()).willReturn(Optional.of("NZD"));
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("settings", settings));
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("defaults", defaults));
        context.registerBean(Clock.class, () -> Clock.system(ZoneId.of("Europe/Berlin")));
        context.registerBean(UndeliveredMails.class, () -> undelivered);
        context.registerBean(People.class, () -> people);
        context.registerBean(SentNotices.class, () -> sent);
        context.registerBean(Accounting.class, () -> accounting);
        context.register(DisplayFormat.class);
        context.register(MailSenderAutoConfiguration.class);
        context.scan("io.projectexport.mail");
        context.refresh();
    }

    Notifier notifier() {
        return context.getBean(Notifier.class);
    }

    RemarkNotifier remarks() {
        return context.getBean(RemarkNotifier.class);
    }

    RejectionsMailer rejections() {
        return context.getBean(RejectionsMailer.class);
    }

    ConnectionAlarm connectionAlarm() {
        return context.getBean(ConnectionAlarm.class);
    }

    PasswordLinkMailer passwordLinks() {
        return context.getBean(PasswordLinkMailer.class);
    }

    void mailServerIsAt(int port) {
        context.getBean(JavaMailSenderImpl.class).setPort(port);
    }

    /** As of a look at the mail server now. */
    Health health() {
        MailsHealthIndicator indicator = context.getBean(MailsHealthIndicator.class);
        indicator.lookAtServer();
        return indicator.health();
    }

    NewProjectsMailer newProjectsMailer() {
        return context.getBean(NewProjectsMailer.class);
    }

    SummaryMailer summaryMailer() {
        return context.getBean(SummaryMailer.class);
    }

    /** As the application's own parts do. */
    void happens(Object event) {
        context.publishEvent(event);
    }

    private static final class SentInMemory implements SentNotices {

        private final Set<String> ids = ConcurrentHashMap.newKeySet();

        @Override
        public boolean contains(String noticeId) {
            return ids.contains(noticeId);
        }

        @Override
        public void add(String noticeId) {
            ids.add(noticeId);
        }

        @Override
        public boolean claim(String noticeId) {
            return ids.add(noticeId);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
