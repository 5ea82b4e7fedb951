package io.projectexport.persistence.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.reasons.StandardReasons;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcStandardReasonsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        StandardReasons reasons;

        @Test
        void list_comes_back_as_it_was_stored_and_of_two_versions_the_first_wins() {
            int version = reasons.read().version();

            assertThat(reasons.replace(version, List.of("Zu spät. \"😀\"", "a|b")))
                    .isTrue();
            assertThat(reasons.replace(version, List.of("lost"))).isFalse();

            assertThat(reasons.read())
                    .isEqualTo(new StandardReasons.Stored(version + 1, List.of("Zu spät. \"😀\"", "a|b")));
            assertThat(reasons.replace(version + 1, List.of())).isTrue();
            assertThat(reasons.read().reasons()).isEmpty();
        }
    }
}
