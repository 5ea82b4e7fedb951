package io.projectexport.sandbox;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** How this Xero stores another name than it was sent. */
public enum NameHabit {
    AS_SENT(name -> name),
    DROPS_EMOJI(name -> name.replaceAll("[\\x{10000}-\\x{10FFFF}]", "").strip()),
    REPLACES_EMOJI(name -> name.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?")),
    STRAIGHTENS_QUOTES(
            name -> name.replaceAll("[\\u2018\\u2019]", "'").replaceAll("[\\u201C\\u201D\\u00AB\\u00BB]", "\"")),
    CUTS(name -> name.substring(0, Math.min(30, name.length())).strip()),
    ESCAPES_HTML(name -> name.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;")),
    COLLAPSES_BLANKS(name -> name.replaceAll("[\\s\\p{Z}]+", " ").strip()),
    UPPER_CASE(name -> name.toUpperCase(Locale.ROOT)),
    LOWER_CASE(name -> name.toLowerCase(Locale.ROOT)),
    CAPITALS_WITHOUT_EMOJI(name -> UPPER_CASE.stored(DROPS_EMOJI.stored(name)));

    private final UnaryOperator<String> stored;

    NameHabit(UnaryOperator<String> stored) {
        this.stored = stored;
    }

    String stored(String sent) {
        return stored.apply(sent);
    }
}
