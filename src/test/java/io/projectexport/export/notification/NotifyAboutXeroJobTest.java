package io.projectexport.export.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.Person;
import io.projectexport.export.profile.OptionalMail;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotifyAboutXeroJobTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void submitter_who_wants_it_gets_the_link_to_the_job() {
        business.chooseMails.choose(business.sam, Set.of(OptionalMail.SYNC));
        UUID id = synced();

        business.notifyAboutXeroJob.tell(id);

        assertThat(business.syncNotices).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo("sam@example.com");
            assertThat(notice.acceptedBy()).isEqualTo("Name of anna");
            assertThat(notice.export().outcome().job().url()).isNotBlank();
        });
    }

    @Test
    void nobody_gets_it_who_did_not_ask_for_it() {
        business.chooseMails.choose(business.sue, Set.of(OptionalMail.SYNC));

        business.notifyAboutXeroJob.tell(synced());

        assertThat(business.syncNotices).isEmpty();
    }

    @Test
    void it_goes_out_once_even_if_its_job_runs_twice() {
        business.chooseMails.choose(business.sam, Set.of(OptionalMail.SYNC));
        UUID id = synced();

        business.notifyAboutXeroJob.tell(id);
        business.notifyAboutXeroJob.tell(id);

        assertThat(business.syncNotices).hasSize(1);
    }

    @Test
    void nothing_is_told_of_a_project_that_is_not_synced() {
        business.chooseMails.choose(business.sam, Set.of(OptionalMail.SYNC));

        business.notifyAboutXeroJob.tell(business.accepted());

        assertThat(business.syncNotices).isEmpty();
    }

    @Test
    void submitter_without_address_or_privilege_is_left_out() {
        business.chooseMails.choose(business.sam, Set.of(OptionalMail.SYNC));
        UUID id = synced();

        business.people.with(new Person("sam", "Sam", null, business.sam.privileges()));
        business.notifyAboutXeroJob.tell(id);
        business.people.with("sam");
        business.notifyAboutXeroJob.tell(id);

        assertThat(business.syncNotices).isEmpty();
    }

    private UUID synced() {
        UUID id = business.accepted();
        business.createXeroJob.run(id);
        return id;
    }
}
