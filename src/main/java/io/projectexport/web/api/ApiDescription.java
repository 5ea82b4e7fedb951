package io.projectexport.web.api;

import io.projectexport.export.submission.ProjectField;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the JSON API as OpenAPI, for people who write clients of it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String SUBMISSION = "Submission";

    static final String SUBMISSION_REF = "#/components/schemas/" + SUBMISSION;

    private static final String LOGIN = "login";
    private static final Map<ProjectField, String> EXAMPLES = Map.ofEntries(
            Map.entry(ProjectField.PROJECT_NUMBER, "P-2041"),
            Map.entry(ProjectField.PROJECT_NAME, "Harbour Bridge Repair"),
            Map.entry(ProjectField.STREET, "1 Quay Street"),
            Map.entry(ProjectField.CITY, "Auckland"),
            Map.entry(ProjectField.STATE, "Auckland"),
            Map.entry(ProjectField.POSTAL_CODE, "1010"),
            Map.entry(ProjectField.COUNTRY, "New Zealand"),
            Map.entry(ProjectField.CLIENT, "Harbour Board"),
            Map.entry(ProjectField.ESTIMATE_AMOUNT, "125000.00"),
            Map.entry(ProjectField.DEADLINE, "2027-06-30"),
            Map.entry(ProjectField.CREATOR_EMAIL, "carla@example.com"));

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Project Export")
                        .version("1")
                        .description("Submit construction projects, decide about them, and follow them into Xero. "
                                + "Everything that is refused is answered as RFC 9457 problem details."))
                .components(new Components()
                        .addSecuritySchemes(
                                LOGIN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSchemas(SUBMISSION, submission()))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }

    @Bean
    OpenApiCustomizer everyCall() {
        return api -> {
            api.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(call -> {
                        call.setTags(List.of(path.startsWith("/api/projects") ? "Projects" : "Figures"));
                        ApiErrorDescription.describe(path, call);
                    }));
            // only now, because springdoc drops schemas that no call refers to before customizers run
            api.getComponents().addSchemas(ApiErrorDescription.PROBLEM, ApiErrorDescription.problem());
        };
    }

    private static Schema<?> submission() {
        ObjectSchema submission = new ObjectSchema();
        EXAMPLES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(field -> {
            StringSchema value = new StringSchema();
            value.description(field.getKey().label()).example(field.getValue());
            submission.addProperty(field.getKey().key(), value);
        });
        submission.setRequired(List.of(ProjectField.PROJECT_NUMBER.key(), ProjectField.PROJECT_NAME.key()));
        submission.setAdditionalProperties(false);
        return submission;
    }
}
