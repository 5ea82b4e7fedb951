package io.projectexport.export.people;

import java.util.Arrays;
import java.util.Locale;

/** Which accounts a list shows. */
public enum AccountFilter {
    ALL("Everybody"),
    APPROVERS("Accounting approvers"),
    /** They may push to accounting, and lack the access to the ERP without which that counts for nothing. */
    NO_APPROVERS_YET("No approvers yet"),
    ADMINISTRATORS("Administrators"),
    DEACTIVATED("Deactivated");

    private final String label;

    AccountFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Everybody for whatever is no key. */
    public static AccountFilter of(String key) {
        return Arrays.stream(values())
                .filter(filter -> filter.key().equals(key))
                .findFirst()
                .orElse(ALL);
    }
}
