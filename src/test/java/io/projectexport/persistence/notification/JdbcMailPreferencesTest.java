package io.projectexport.persistence.notification;

import static io.projectexport.export.profile.OptionalMail.DAILY_SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.profile.MailPreferences;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcMailPreferencesTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        MailPreferences preferences;

        @Test
        void what_nobody_chose_is_not_there() {
            for (OptionalMail mail : OptionalMail.values()) {
                assertThat(preferences.of(mail)).isEmpty();
            }
        }

        @Test
        void last_choice_of_each_person_counts() {
            preferences.save("anna", DAILY_SUMMARY, false);
            preferences.save("ben", DAILY_SUMMARY, true);
            preferences.save("ben", DAILY_SUMMARY, false);
            preferences.save("ben", DAILY_SUMMARY, true);

            assertThat(preferences.of(DAILY_SUMMARY)).isEqualTo(Map.of("anna", false, "ben", true));
        }

        @Test
        void choosing_again_does_no_harm_to_the_callers_transaction() {
            transaction.executeWithoutResult(outer -> {
                preferences.save("anna", DAILY_SUMMARY, true);
                preferences.save("anna", DAILY_SUMMARY, false);
                preferences.of(DAILY_SUMMARY);
            });

            assertThat(preferences.of(DAILY_SUMMARY)).containsEntry("anna", false);
        }
    }
}
