package io.projectexport.persistence.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.projectexport.export.looking.ProjectLooks;
import io.projectexport.export.looking.ProjectLooks.Look;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcProjectLooksTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private final UUID bridge = UUID.randomUUID();
        private final UUID tower = UUID.randomUUID();

        @Autowired
        ProjectLooks looks;

        @Test
        void those_who_look_are_told_with_the_longest_first() {
            looks.begin(bridge, "zoe");
            looks.begin(tower, "anna");
            looks.begin(bridge, "anna");

            assertThat(looks.at(List.of(bridge, tower, UUID.randomUUID())))
                    .extracting(Look::exportId, Look::userId)
                    .containsExactly(tuple(bridge, "zoe"), tuple(tower, "anna"), tuple(bridge, "anna"));
        }

        @Test
        void look_that_is_refreshed_goes_on_and_another_one_is_forgotten_after_a_minute() {
            looks.begin(bridge, "anna");
            looks.begin(bridge, "ben");
            Instant since = looks.at(List.of(bridge)).get(0).since();
            pass(Duration.ofSeconds(40));

            assertThat(looks.refresh(bridge, "anna")).isTrue();
            pass(Duration.ofSeconds(40));

            assertThat(looks.at(List.of(bridge))).singleElement().satisfies(look -> {
                assertThat(look.userId()).isEqualTo("anna");
                assertThat(look.since()).isEqualTo(since.minusSeconds(80));
            });
        }

        @Test
        void who_comes_back_later_begins_anew() {
            looks.begin(bridge, "anna");
            pass(Duration.ofMinutes(3));
            assertThat(looks.refresh(bridge, "anna")).isTrue();

            assertThat(looks.at(List.of(bridge)).get(0).since())
                    .isAfter(Instant.now().minus(Duration.ofMinutes(2)));
        }

        @Test
        void look_that_ended_is_not_told_and_nothing_stays_for_ever() {
            looks.begin(bridge, "anna");
            looks.begin(tower, "ben");
            looks.end(bridge, "anna");
            assertThat(looks.at(List.of(bridge))).isEmpty();
            assertThat(looks.refresh(bridge, "anna")).isFalse();

            pass(Duration.ofMinutes(11));
            looks.begin(bridge, "anna");

            assertThat(jdbc.sql("select count(*) from project_view")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void second_page_of_the_same_person_is_no_second_look() {
            looks.begin(bridge, "anna");
            looks.begin(bridge, "anna");

            assertThat(looks.at(List.of(bridge))).hasSize(1);
        }
    }
}
