package io.projectexport.xero.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobListTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(60);

    private final JobKind jobs = mock(JobKind.class);
    private final AtomicReference<String> organisation = new AtomicReference<>("tenant-1");
    private final JobList list = new JobList(
            jobs,
            () -> Optional.ofNullable(organisation.get()),
            Duration.ofSeconds(1),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void one_job_is_there() {
        given(jobs.list()).willReturn(List.of(new ListedJob(UUID.randomUUID(), "P-1", "in progress")));
    }

    @Test
    void a_list_that_is_new_enough_serves_many() {
        assertThat(list.likeNumberOf(JobName.of("P-1"), EARLIER)).hasSize(1);
        assertThat(list.likeNumberOf(JobName.of("P-2"), EARLIER)).isEmpty();

        verify(jobs, times(1)).list();
    }

    @Test
    void a_list_during_which_another_organisation_is_chosen_tells_nothing() {
        given(jobs.list()).willAnswer(asked -> {
            organisation.set("tenant-2");
            return List.of();
        });

        ExportFailure failure =
                catchThrowableOfType(ExportFailure.class, () -> list.likeNumberOf(JobName.of("P-1"), EARLIER));

        assertThat(failure).hasMessageContaining("Another organisation");
        assertThat(list.likeNumberOf(JobName.of("P-1"), EARLIER)).isEmpty();
    }

    @Test
    void a_list_of_one_organisation_tells_nothing_about_another() {
        list.likeNumberOf(JobName.of("P-1"), EARLIER);
        organisation.set("tenant-2");
        given(jobs.list()).willReturn(List.of());

        assertThat(list.likeNumberOf(JobName.of("P-1"), EARLIER)).isEmpty();
        verify(jobs, times(2)).list();
    }
}
