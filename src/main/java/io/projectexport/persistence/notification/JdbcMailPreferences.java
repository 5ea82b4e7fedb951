package io.projectexport.persistence.notification;

import io.projectexport.export.profile.MailPreferences;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link MailPreferences}, in the table {@code mail_choice}. */
@Repository
@Transactional
class JdbcMailPreferences implements MailPreferences {

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;

    JdbcMailPreferences(JdbcClient jdbc, FirstWriteWins firstWriteWins) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
    }

    @Override
    public Map<String, Boolean> of(OptionalMail mail) {
        Map<String, Boolean> chosen = new HashMap<>();
        jdbc.sql("select user_id, wanted from mail_choice where mail = ?")
                .param(mail.name())
                .query(row -> {
                    chosen.put(row.getString("user_id"), row.getBoolean("wanted"));
                });
        return chosen;
    }

    @Override
    public void save(String userId, OptionalMail mail, boolean wanted) {
        // the update first: after it, this transaction's own lock would keep the insert waiting for ever
        if (!update(userId, mail, wanted) && !insert(userId, mail, wanted)) {
            update(userId, mail, wanted);
        }
    }

    private boolean update(String userId, OptionalMail mail, boolean wanted) {
        return jdbc.sql("update mail_choice set wanted = ? where user_id = ? and mail = ?")
                        .params(wanted, userId, mail.name())
                        .update()
                > 0;
    }

    private boolean insert(String userId, OptionalMail mail, boolean wanted) {
        return firstWriteWins.insert(() -> jdbc.sql("insert into mail_choice (user_id, mail, wanted) values (?, ?, ?)")
                .params(userId, mail.name(), wanted)
                .update());
    }
}
