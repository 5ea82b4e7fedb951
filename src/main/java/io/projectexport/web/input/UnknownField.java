package io.projectexport.web.input;

import io.projectexport.export.permission.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A field that nobody reads, named with the one that was probably meant: what is misspelt must not be lost in silence. */
final class UnknownField {

    private static final int MOST = 20;

    private UnknownField() {}

    /** One for each name that is not known, with each hint once; of very many the first, and how many there are beside them. */
    static List<FieldError> errors(Collection<String> names, Collection<String> known) {
        List<String> unknown =
                names.stream().filter(name -> !known.contains(name)).toList();
        List<FieldError> errors = new ArrayList<>();
        Set<String> hints = new HashSet<>();
        for (String name : unknown.subList(0, Math.min(MOST, unknown.size()))) {
            String hint = hint(UnreadableBody.shortened(name), known);
            errors.add(error(name, hints.add(hint) ? "; " + hint : "."));
        }
        int others = unknown.size() - errors.size();
        if (others > 0) {
            errors.add(new FieldError(null, "%d more names are not fields here.".formatted(others)));
        }
        return errors;
    }

    static FieldError error(String given, Collection<String> known) {
        return error(given, "; " + hint(UnreadableBody.shortened(given), known));
    }

    private static FieldError error(String given, String hint) {
        String name = UnreadableBody.shortened(given);
        return new FieldError(name, "\"%s\" is not a field here%s".formatted(name, hint));
    }

    private static String hint(String name, Collection<String> known) {
        List<String> alike =
                known.stream().filter(field -> areAlike(field, name)).toList();
        return alike.size() == 1
                ? "did you mean \"%s\"?".formatted(alike.get(0))
                : "the fields are %s.".formatted(String.join(", ", known));
    }

    private static boolean areAlike(String known, String given) {
        String a = lettersOf(known);
        String b = lettersOf(given);
        return b.length() > 2 && (a.contains(b) || b.contains(a));
    }

    private static String lettersOf(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
