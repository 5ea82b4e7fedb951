package io.projectexport.export.submission;

import io.projectexport.export.accounting.Accounting;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reader of the fields that people type in forms, where an amount looks as on paper; what programs and files send is taken by the letter.
 */
@Component
public class TypedFields {

    private final Accounting accounting;

    TypedFields(Accounting accounting) {
        this.accounting = accounting;
    }

    /**
     * The fields with amounts in plain digits; one that is not certain stays as it was typed, for {@link SubmitProject} to refuse.
     *
     * @param typed by {@link ProjectField#key()}
     */
    public Map<String, Object> read(Map<String, ?> typed) {
        Map<String, Object> fields = new HashMap<>(typed);
        fields.computeIfPresent(ProjectField.ESTIMATE_AMOUNT.key(), (key, value) -> amount(value));
        return fields;
    }

    private Object amount(Object value) {
        return value instanceof String typed
                ? TypedAmount.plain(typed, accounting.currency()).orElse(typed)
                : value;
    }
}
