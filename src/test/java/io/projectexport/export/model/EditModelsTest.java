package io.projectexport.export.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditModelsTest {

    private static final Person ADMIN = person(Privilege.ADMINISTER);
    private static final Map<String, byte[]> FILES = Map.of("a.bpmn", new byte[] {1});

    private final DeployedModels models = mock(DeployedModels.class);
    private final ModelDrafts drafts = mock(ModelDrafts.class);
    private final EditModels edit = new EditModels(models, drafts, new ChangeModels(models));

    @BeforeEach
    void two_versions() {
        deployed(version(2), version(1));
    }

    private void deployed(DeployedModel... latestFirst) {
        given(models.all()).willReturn(List.of(latestFirst));
        List.of(latestFirst)
                .forEach(model -> given(models.find(model.definitionId())).willReturn(Optional.of(model)));
    }

    @Test
    void an_earlier_version_is_opened_to_be_deployed_over_the_latest_one() {
        edit.begin("v1", ADMIN);

        verify(drafts).begin(version(1), version(2));
    }

    @Test
    void what_was_drawn_is_deployed_over_the_version_that_is_still_the_latest() {
        edit.deploy("v2", FILES, ADMIN);

        verify(models).deploy(FILES, ADMIN.userId());
    }

    @Test
    void whoever_was_faster_is_not_deployed_over() {
        deployed(version(3), version(2), version(1));

        assertThatThrownBy(() -> edit.deploy("v2", FILES, ADMIN))
                .isInstanceOf(ActionRefused.class)
                .hasMessageContaining("Version 3 was deployed while you edited");
        verify(models, never()).deploy(any(), any());
    }

    @ParameterizedTest
    @EnumSource(value = Privilege.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTER")
    void nobody_else_edits(Privilege privilege) {
        Person other = person(privilege);

        assertThatThrownBy(() -> edit.begin("v1", other))
                .isInstanceOfSatisfying(
                        ActionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.FORBIDDEN));
        assertThatThrownBy(() -> edit.deploy("v2", FILES, other)).isInstanceOf(ActionRefused.class);
        verify(models, never()).deploy(any(), any());
    }

    private static Person person(Privilege privilege) {
        return new Person("kim", "Kim", null, Set.of(privilege));
    }

    private static DeployedModel version(int number) {
        return new DeployedModel("v" + number, "a", "A", number, "1." + number, Instant.EPOCH, null, null, 0, false);
    }
}
