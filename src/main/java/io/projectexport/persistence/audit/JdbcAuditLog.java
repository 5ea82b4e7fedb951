package io.projectexport.persistence.audit;

import io.projectexport.export.audit.Actor;
import io.projectexport.export.audit.AuditEntry;
import io.projectexport.export.audit.AuditLog;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.text.SearchText;
import io.projectexport.persistence.sql.SqlValues;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link AuditLog}, in the table {@code audit_entry}. */
@Repository
@Transactional
class JdbcAuditLog implements AuditLog {

    private static final String ADD = """
            insert into audit_entry
                (happened_at, kind, who, address, what, subject, before_value, after_value, times, search_text)
            values (:at, :kind, :who, :address, :what, :subject, :before, :after, :times, :search)
            """;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_VALUE = 4_000;
    private static final int LONGEST_SEARCHED = 2_000;

    private final JdbcClient jdbc;

    JdbcAuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(AuditEntry entry) {
        Actor actor = entry.actor();
        AuditedChange change = entry.change();
        jdbc.sql(ADD)
                .param("at", SqlValues.timestamp(entry.at()))
                .param("kind", change.kind().name())
                .param("who", cut(actor.userId(), LONGEST_NAME))
                .param("address", cut(actor.address(), LONGEST_NAME))
                .param("what", cut(change.what(), LONGEST_NAME))
                .param("subject", cut(change.subject(), LONGEST_NAME))
                .param("before", cut(change.before(), LONGEST_VALUE))
                .param("after", cut(change.after(), LONGEST_VALUE))
                .param("times", entry.times())
                .param("search", cut(searched(actor, change), LONGEST_SEARCHED))
                .update();
    }

    private static String searched(Actor actor, AuditedChange change) {
        return SearchText.of(Stream.of(
                        actor.userId(),
                        actor.address(),
                        change.what(),
                        change.subject(),
                        change.before(),
                        change.after())
                .filter(Objects::nonNull)
                .map(SqlValues::text));
    }

    /** Names of groups and files are as long as their authors like. */
    private static String cut(String text, int longest) {
        String plain = SqlValues.text(text);
        return plain == null || plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
