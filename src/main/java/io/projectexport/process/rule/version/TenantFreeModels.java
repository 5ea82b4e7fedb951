package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** There are no tenants here: a version for one of them would run beside the one that everybody uses. */
@Component
class TenantFreeModels extends ModelRule {

    private static final String REMEDY = "Leave \"Tenant ID\" empty";

    TenantFreeModels() {
        super(806, Severity.REFUSES, "Nothing is deployed for a tenant.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        Stream<Finding> deployment = sent.tenant().stream()
                .flatMap(tenant -> sent.files().keySet().stream()
                        .limit(1)
                        .map(name -> finding(
                                Place.ofFile(name),
                                "is deployed for the tenant %s, which is not there".formatted(tenant),
                                REMEDY)));
        Stream<Finding> attributes = sent.models().stream()
                .flatMap(model -> model.elements()
                        .filter(element -> model.attributes(element)
                                .anyMatch(attribute -> String.valueOf(attribute.getLocalName())
                                        .toLowerCase(Locale.ROOT)
                                        .endsWith("tenantid")))
                        .map(element -> finding(model.place(element), "names a tenant, and there are none", REMEDY)));
        return Stream.concat(deployment, attributes);
    }
}
