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
    private final ChooseMails chooseMails = business.chooseMails;

    @Test
    void approver_who_never_chose_wants_the_daily_summary() {
        assertThat(chooseMails.of(business.anna)).containsEntry(DAILY_SUMMARY, true);
        assertThat(chooseMails.wanting(DAILY_SUMMARY, business.people.approvers()))
                .containsExactly(business.anna, business.ben);
    }

    @Test
    void choice_counts_for_the_one_who_made_it() {
        chooseMails.choose(business.anna, Set.of());

        assertThat(chooseMails.wants(business.anna, DAILY_SUMMARY)).isFalse();
        assertThat(chooseMails.wants(business.ben, DAILY_SUMMARY)).isTrue();

        chooseMails.choose(business.anna, Set.of(DAILY_SUMMARY));
        assertThat(chooseMails.wants(business.anna, DAILY_SUMMARY)).isTrue();
    }

    @Test
    void mail_for_approvers_is_neither_offered_nor_sent_to_anybody_else() {
        chooseMails.choose(business.sam, Set.of(DAILY_SUMMARY));

        assertThat(chooseMails.of(business.sam)).doesNotContainKey(DAILY_SUMMARY);
        assertThat(chooseMails.wants(business.sam, DAILY_SUMMARY)).isFalse();
    }

    @Test
    void choice_outlives_a_time_without_the_privilege() {
        chooseMails.choose(business.anna, Set.of());
        Person without = business.people.with("anna", Privilege.READ_ALL);
        chooseMails.choose(without, Set.of(DAILY_SUMMARY));

        assertThat(chooseMails.wants(business.anna, DAILY_SUMMARY)).isFalse();
    }
}
