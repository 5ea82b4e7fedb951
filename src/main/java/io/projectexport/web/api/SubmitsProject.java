package io.projectexport.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in the API's description which fields a submission has, where the code takes them as they come. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "Submit a project",
        requestBody =
                @RequestBody(
                        required = true,
                        content = @Content(schema = @Schema(ref = ApiDescription.SUBMISSION_REF))))
@interface SubmitsProject {}
