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
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the JSON API as OpenAPI, for people who write clients of it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String SUBMISSION = "Submission";

    static final String SUBMISSION_REF = "#/components/schemas/" + SUBMISSION;

    private static final String LOGIN = "login";

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
                        call.setTags(List.of(tag(path)));
                        ApiErrorDescription.describe(path, call);
                    }));
            // only now, because springdoc drops schemas that no call refers to before customizers run
            api.getComponents().addSchemas(ApiErrorDescription.PROBLEM, ApiErrorDescription.problem());
        };
    }

    private static String tag(String path) {
        if (path.startsWith("/api/models")) {
            return "Models";
        }
        return path.startsWith("/api/projects") ? "Projects" : "Figures";
    }

    private static Schema<?> submission() {
        ObjectSchema submission = new ObjectSchema();
        for (ProjectField field : ProjectField.values()) {
            StringSchema value = new StringSchema();
            value.description(field.label()).example(field.example());
            submission.addProperty(field.key(), value);
        }
        submission.setRequired(Stream.of(ProjectField.values())
                .filter(ProjectField::isRequired)
                .map(ProjectField::key)
                .toList());
        submission.setAdditionalProperties(false);
        return submission;
    }
}
