package io.projectexport.export.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.outage.DatabaseOutage.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestProgressTest {

    private static final DatabaseOutage OUTAGE = new DatabaseOutage(Kind.AWAY, "gone");

    @AfterEach
    void end() {
        RequestProgress.end();
    }

    @Test
    void whoever_only_reads_is_told_to_try_again() {
        RequestProgress.begin();
        RequestProgress.commits();

        assertThat(RequestProgress.tell(OUTAGE))
                .isEqualTo("The database cannot be reached at the moment. Try again in a few seconds.");
    }

    @Test
    void whoever_changes_something_is_told_that_nothing_was_changed_as_long_as_nothing_was_committed() {
        RequestProgress.begin();
        // the login has counted something
        RequestProgress.commits();
        RequestProgress.beginChanges();

        assertThat(RequestProgress.tell(OUTAGE)).contains("nothing was changed").doesNotContain("may have been done");
    }

    @Test
    void whoever_had_something_committed_is_told_to_look_first_however_the_commit_ended() {
        RequestProgress.begin();
        RequestProgress.beginChanges();
        RequestProgress.commits();

        assertThat(RequestProgress.tell(OUTAGE))
                .contains("may have been done all the same", "look before you try again")
                .doesNotContain("nothing was changed");
    }

    @Test
    void request_that_was_told_of_an_outage_ends_with_it_and_the_next_one_knows_nothing_of_it() {
        RequestProgress.begin();
        RequestProgress.tell(OUTAGE);
        assertThat(RequestProgress.end()).contains(OUTAGE);

        RequestProgress.begin();
        assertThat(RequestProgress.end()).isEmpty();
        assertThat(RequestProgress.isRequest()).isFalse();
    }
}
