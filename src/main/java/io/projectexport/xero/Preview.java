package io.projectexport.xero;

import java.util.StringJoiner;

/** Lines "label: value"; what is null is left out. */
class Preview {

    private final StringJoiner lines = new StringJoiner("\n");

    Preview line(String label, String value) {
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
