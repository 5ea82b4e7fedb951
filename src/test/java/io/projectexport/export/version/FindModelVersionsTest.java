package io.projectexport.export.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindModelVersionsTest {

    private static final ModelVersion VERSION = new ModelVersion("definition", 3, "1.2", Instant.EPOCH);
    private static final ModelVersions VERSIONS = new ModelVersions() {
        @Override
        public List<Usage> inUse() {
            return List.of(new Usage(VERSION, 2));
        }

        @Override
        public Optional<ModelVersion> of(UUID exportId) {
            return Optional.of(VERSION);
        }
    };

    private final FindModelVersions find = new FindModelVersions(VERSIONS);

    @Test
    void who_watches_the_process_is_told_the_versions_of_its_model() {
        Person pia = new Person("pia", "Pia Owner", null, Set.of(Privilege.READ_ALL, Privilege.WATCH));

        assertThat(find.inUse(pia)).extracting(ModelVersions.Usage::version).containsExactly(VERSION);
        assertThat(find.of(UUID.randomUUID(), pia)).contains(VERSION);
    }

    @Test
    void approvers_and_submitters_are_told_none() {
        Person both =
                new Person("both", "Anna Both", null, Set.of(Privilege.READ_ALL, Privilege.APPROVE, Privilege.SUBMIT));

        assertThat(find.inUse(both)).isEmpty();
        assertThat(find.of(UUID.randomUUID(), both)).isEmpty();
    }
}
