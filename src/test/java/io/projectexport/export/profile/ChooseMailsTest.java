package io.projectexport.export.profile;

import static io.projectexport.export.profile.OptionalMail.DAILY_SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChooseMailsTest {

    private final BusinessFixture business = new BusinessFixture();
    private final ChooseMails wishes = business.wishes;

    @Test
    void approver_who_never_chose_wants_the_daily_summary() {
        assertThat(wishes.of(business.anna)).containsEntry(DAILY_SUMMARY, true);
        assertThat(wishes.wanting(DAILY_SUMMARY, business.people.approvers()))
                .containsExactly(business.anna, business.ben);
    }

    @Test
    void choice_counts_for_the_one_who_made_it() {
        wishes.choose(business.anna, Set.of());

        assertThat(wishes.wants(business.anna, DAILY_SUMMARY)).isFalse();
        assertThat(wishes.wants(business.ben, DAILY_SUMMARY)).isTrue();

        wishes.choose(business.anna, Set.of(DAILY_SUMMARY));
        assertThat(wishes.wants(business.anna, DAILY_SUMMARY)).isTrue();
    }

    @Test
    void mail_for_approvers_is_neither_offered_nor_sent_to_anybody_else() {
        wishes.choose(business.sam, Set.of(DAILY_SUMMARY));

        assertThat(wishes.of(business.sam)).doesNotContainKey(DAILY_SUMMARY);
        assertThat(wishes.wants(business.sam, DAILY_SUMMARY)).isFalse();
    }

    @Test
    void choice_outlives_a_time_without_the_privilege() {
        wishes.choose(business.anna, Set.of());
        Person without = business.people.with("anna", Privilege.READ_ALL);
        wishes.choose(without, Set.of(DAILY_SUMMARY));

        assertThat(wishes.wants(business.anna, DAILY_SUMMARY)).isFalse();
    }
}
