package io.projectexport.process.variable;

import java.util.Collection;
import java.util.Date;

/** What a value is when it is compared or computed with. */
public enum ValueKind {
    TEXT("a text"),
    NUMBER("a number"),
    YES_OR_NO("true or false"),
    MOMENT("a date"),
    LIST("a list"),
    /** Known, and nothing that can be compared with the others. */
    OBJECT("a structure"),
    UNKNOWN("something unknown");

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    public static ValueKind of(Class<?> type) {
        if (type == Object.class || type == void.class || type == Void.class) {
            return UNKNOWN;
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return TEXT;
        }
        if (Number.class.isAssignableFrom(type)) {
            return NUMBER;
        }
        if (type == Boolean.class) {
            return YES_OR_NO;
        }
        return Date.class.isAssignableFrom(type) ? MOMENT : others(type);
    }

    private static ValueKind others(Class<?> type) {
        return Collection.class.isAssignableFrom(type) ? LIST : OBJECT;
    }

    /** As it stands in a sentence. */
    @Override
    public String toString() {
        return words;
    }
}
