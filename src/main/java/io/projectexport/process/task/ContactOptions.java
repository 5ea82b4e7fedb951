package io.projectexport.process.task;

import static io.projectexport.process.model.ProjectExportProcess.CONTACT_CHOICE;
import static io.projectexport.process.model.ProjectExportProcess.CONTACT_NAME;
import static io.projectexport.process.model.ProjectExportProcess.HAS_CONTACT;

import io.projectexport.export.exactlyonce.ContactChoice;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.process.model.Variable;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The contacts to choose from as forms offer them, and what was chosen there. */
public final class ContactOptions {

    private static final String UNCHANGED = "unchanged";
    private static final String ANOTHER = "another";
    private static final String NONE = "none";

    private ContactOptions() {}

    /** In a review; a form of an earlier release asks for the name alone, and an empty one is none. */
    static ContactChoice atReview(VariableScope scope) {
        if (isAsked(scope)) {
            return choice(scope);
        }
        String name = CONTACT_NAME.in(scope);
        boolean isHidden =
                !scope.hasVariable(CONTACT_NAME.name()) || Boolean.FALSE.equals(HAS_CONTACT.in(scope)) && name == null;
        return isHidden ? ContactChoice.UNCHANGED : ContactChoice.named(name == null ? "" : name);
    }

    /** After a failure; a form of an earlier release does not ask. */
    static ContactChoice atRetry(VariableScope scope) {
        return isAsked(scope) ? choice(scope) : ContactChoice.UNCHANGED;
    }

    /** Whether the form asks. */
    static boolean isAsked(VariableScope scope) {
        return Variable.primitive(scope, CONTACT_CHOICE.name()) != null;
    }

    private static ContactChoice choice(VariableScope scope) {
        Object word = Variable.primitive(scope, CONTACT_CHOICE.name());
        return switch (String.valueOf(word)) {
            case UNCHANGED, "" -> ContactChoice.UNCHANGED;
            case ANOTHER -> ContactChoice.another(CONTACT_NAME.in(scope));
            case NONE -> ContactChoice.NONE;
            default ->
                throw ActionRefused.invalid(
                        CONTACT_CHOICE.name(),
                        "Client in Xero must be one of %s, %s and %s.".formatted(UNCHANGED, ANOTHER, NONE));
        };
    }

    /** What a form would send for it. */
    public static Map<String, Object> variables(ContactChoice choice) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CONTACT_CHOICE.name(), word(choice));
        if (choice.kind() == ContactChoice.Kind.ANOTHER) {
            variables.put(CONTACT_NAME.name(), choice.name());
        }
        return variables;
    }

    private static String word(ContactChoice choice) {
        return switch (choice.kind()) {
            case UNCHANGED -> UNCHANGED;
            case ANOTHER -> ANOTHER;
            case NONE -> NONE;
        };
    }
}
