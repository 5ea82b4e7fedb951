package io.projectexport.process.rule.deployment;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A tenant's model is another one than that which projects are submitted to, so that nobody would ever run it. */
@Component
class NoTenant extends ModelRule {

    NoTenant() {
        super(850, Severity.REFUSES, "Models are deployed for all, not for a tenant.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        return sent.tenant().stream()
                .map(tenant -> finding(
                        Place.ofFile("The deployment"),
                        "is for the tenant \"%s\", while projects run without one".formatted(tenant),
                        "Leave \"Tenant ID\" empty"));
    }
}
