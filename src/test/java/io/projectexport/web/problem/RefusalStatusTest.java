package io.projectexport.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.permission.ActionRefused;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RefusalStatusTest {

    @Test
    void each_kind_of_refusal_has_the_status_of_that_mistake() {
        assertThat(RefusalStatus.of(ActionRefused.invalid("city", "City is too long.")))
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(RefusalStatus.of(ActionRefused.forbidden("Log in first."))).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(RefusalStatus.of(ActionRefused.notFound())).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(RefusalStatus.of(ActionRefused.conflict("Somebody was first.")))
                .isEqualTo(HttpStatus.CONFLICT);
    }
}
