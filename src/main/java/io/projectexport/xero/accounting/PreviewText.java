package io.projectexport.xero.accounting;

import java.util.StringJoiner;

/** Builder of the preview, in lines "label: value"; what is null is left out. */
class PreviewText {

    private final StringJoiner lines = new StringJoiner("\n");

    PreviewText line(String label, String value) {
        if (value != null) {
            lines.add(label + ": " + value);
        }
        return this;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
