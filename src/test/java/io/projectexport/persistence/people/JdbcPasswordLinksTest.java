package io.projectexport.persistence.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.people.PasswordLinks;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcPasswordLinksTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final Duration DAY = Duration.ofDays(1);

        @Autowired
        PasswordLinks links;

        @BeforeEach
        void anna_is_a_user() {
            jdbc.sql("delete from ACT_ID_USER where ID_ = 'anna'").update();
            jdbc.sql("insert into ACT_ID_USER (ID_, REV_) values ('anna', 1)").update();
        }

        @Test
        void link_is_stored_without_a_secret_until_it_is_issued() {
            UUID id = links.request("anna", "root");
            assertThat(links.of("anna").orElseThrow()).satisfies(link -> {
                assertThat(link.id()).isEqualTo(id);
                assertThat(link.secretHash()).isNull();
                assertThat(link.expired()).isFalse();
            });
            assertThat(links.use(id)).isFalse();

            assertThat(links.issue(id, "hash", "anna@example.com", DAY)).isTrue();
            assertThat(links.find(id).orElseThrow().secretHash()).isEqualTo("hash");
            assertThat(links.find(id).orElseThrow().sentTo()).isEqualTo("anna@example.com");
            assertThat(links.find(id).orElseThrow().expiresAt())
                    .isAfter(links.find(id).orElseThrow().requestedAt());
        }

        @Test
        void link_is_used_once() {
            UUID id = links.request("anna", "root");
            links.issue(id, "hash", "anna@example.com", DAY);

            assertThat(links.use(id)).isTrue();
            assertThat(links.use(id)).isFalse();
            assertThat(links.find(id).orElseThrow().usedAt()).isNotNull();
            assertThat(links.issue(id, "another", "anna@example.com", DAY)).isFalse();
        }

        @Test
        void link_ends_after_its_time() {
            UUID id = links.request("anna", "root");
            links.issue(id, "hash", "anna@example.com", DAY);

            pass(Duration.ofHours(23));
            assertThat(links.find(id).orElseThrow().expired()).isFalse();
            pass(Duration.ofHours(2));
            assertThat(links.find(id).orElseThrow().expired()).isTrue();
            assertThat(links.use(id)).isFalse();
        }

        @Test
        void newer_link_ends_the_one_before() {
            UUID first = links.request("anna", "root");
            links.issue(first, "hash", "anna@example.com", DAY);
            UUID second = links.request("anna", "root");

            assertThat(links.find(first)).isEmpty();
            assertThat(links.issue(first, "hash", "anna@example.com", DAY)).isFalse();
            assertThat(links.of("anna").orElseThrow().id()).isEqualTo(second);
            links.end("anna");
            assertThat(links.of("anna")).isEmpty();
        }

        @Test
        void of_several_requests_at_the_same_moment_the_last_one_counts_and_none_fails() throws Exception {
            ExecutorService clicks = Executors.newFixedThreadPool(4);
            try {
                List<UUID> ids = new ArrayList<>();
                for (Future<UUID> id :
                        clicks.invokeAll(Collections.<Callable<UUID>>nCopies(4, () -> links.request("anna", "root")))) {
                    ids.add(id.get());
                }
                assertThat(ids).contains(links.of("anna").orElseThrow().id());
            } finally {
                clicks.shutdownNow();
            }
        }

        @Test
        void link_of_a_deleted_user_is_none_of_whoever_gets_that_name_next() {
            UUID id = links.request("anna", "root");
            links.issue(id, "hash", "anna@example.com", DAY);

            anna_is_a_user();

            assertThat(links.find(id)).isEmpty();
        }
    }
}
