package io.projectexport.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionRulesTest {

    private final Fixture business = new Fixture();

    @Test
    void what_somebody_can_do_follows_from_status_and_person() {
        ProjectExport ready = business.export(business.submitted());
        ProjectExport rejected = business.export(business.rejected());

        assertThat(business.actionRules.allowed(ready, business.anna)).isEqualTo(Set.of(Action.ACCEPT, Action.REJECT));
        assertThat(business.actionRules.allowed(ready, business.sam)).isEqualTo(Set.of(Action.RETRIEVE));
        assertThat(business.actionRules.allowed(rejected, business.anna)).isEmpty();
        assertThat(business.actionRules.allowed(rejected, business.sue))
                .isEqualTo(Set.of(Action.RESUBMIT, Action.WITHDRAW));
    }
}
