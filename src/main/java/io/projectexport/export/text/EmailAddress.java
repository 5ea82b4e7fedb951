package io.projectexport.export.text;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * E-mail address that mail servers take (the dot-atom of RFC 5321, its domain by IDNA). Forms, users and mails decide by this one rule, so
 * that whatever is accepted can be sent to, and to nobody else.
 */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /** What is longer is none in any spelling, and costs time to read. */
    private static final int LONGEST_TO_READ = 2000;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])?");

    /** One part of a domain in its own letters: punctuation of other scripts looks like the end of an address. */
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\u00B7\\u30FB-]*");

    /** The letters that the two versions of IDNA, of which the JDK knows the older, read as two different domains. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00DF\\u1E9E\\u03C2\\u200C\\u200D]");

    /** The alphabets that one language writes side by side. */
    private static final Set<UnicodeScript> WRITTEN_TOGETHER =
            EnumSet.of(LATIN, HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL);

    private static final Pattern BEFORE = Pattern.compile("^[\\p{Z}\\p{Ps}\\p{Pi}<,;:.\"']+");
    private static final Pattern BEHIND = Pattern.compile("(?<![^\\p{L}\\p{N}])[^\\p{L}\\p{N}]++$");

    private final String localPart;
    private final String domain;

    private EmailAddress(String localPart, String domain) {
        this.localPart = localPart;
        this.domain = domain;
    }

    /** Says why nothing can be sent to a text; the message goes on after the name of the field. */
    public static final class Unusable extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private Unusable(String problem) {
            super(problem);
        }
    }

    /**
     * Reads what somebody entered; blanks around it and invisible marks do not count.
     *
     * @throws Unusable when no mail server takes it, or when it may lead to another one than the reader thinks
     */
    public static EmailAddress parse(String text) {
        if (text != null && text.length() > LONGEST_TO_READ) {
            throw tooLong();
        }
        String plain = PlainText.clean(text);
        String narrow = plain == null ? "" : narrow(plain);
        int at = narrow.indexOf('@');
        if (at < 0) {
            throw malformed();
        }
        EmailAddress address = new EmailAddress(localPart(narrow.substring(0, at)), ascii(narrow.substring(at + 1)));
        if (address.sent().length() > LONGEST) {
            throw tooLong();
        }
        return address;
    }

    /** Why nothing can be sent to it, to be said after the name of the field; empty when a mail can be sent. */
    public static Optional<String> problem(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (Unusable unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    /** Whether both lead to the same person, however they are spelled; never for null. */
    public static boolean same(String one, String other) {
        return one != null && other != null && key(one).equals(key(other));
    }

    /** Comparison key, also of what nothing can be sent to: what mail programs and lists put around an address does not count. */
    public static String key(String text) {
        String bare = BEHIND.matcher(
                        BEFORE.matcher(ComparableText.visible(text)).replaceAll(""))
                .replaceAll("");
        int at = bare.lastIndexOf('@');
        return at < 0
                ? ComparableText.key(bare)
                : ComparableText.key(bare.substring(0, at)) + "@" + comparableDomain(bare.substring(at + 1));
    }

    /** As mail servers are told it, in ASCII. */
    public String sent() {
        return localPart + "@" + domain;
    }

    /** As people read it, the domain in its own letters. */
    @Override
    public String toString() {
        return localPart + "@" + IDN.toUnicode(domain);
    }

    private static String localPart(String text) {
        text.codePoints().filter(c -> c > '~').findFirst().ifPresent(letter -> {
            throw new Unusable("has \"%s\" before the @, where mail servers take letters from a to z only."
                    .formatted(Character.toString(letter)));
        });
        if (text.length() > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(text).matches()) {
            throw malformed();
        }
        return text;
    }

    private static String ascii(String domain) {
        if (AMBIGUOUS.matcher(domain).find()) {
            throw new Unusable(
                    "has letters in its domain that lead to different domains; write it in ASCII, beginning with xn--.");
        }
        String ascii = toAscii(domain);
        List<String> labels = List.of(IDN.toUnicode(ascii).split("\\."));
        if (!DOMAIN.matcher(ascii).matches() || !labels.stream().allMatch(LABEL.asMatchPredicate())) {
            throw malformed();
        }
        if (labels.stream().anyMatch(EmailAddress::mixesAlphabets)) {
            throw new Unusable(
                    "mixes letters of different alphabets in its domain, as forged addresses do; type it anew.");
        }
        return ascii;
    }

    private static String toAscii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static String comparableDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return ComparableText.key(domain);
        }
    }

    private static boolean mixesAlphabets(String label) {
        Set<UnicodeScript> scripts =
                label.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
        scripts.removeAll(Set.of(COMMON, INHERITED));
        return scripts.size() > 1 && !WRITTEN_TOGETHER.containsAll(scripts);
    }

    /** Full-width letters are those of ASCII, as East Asian keyboards type them. */
    private static String narrow(String text) {
        return text.codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Unusable tooLong() {
        return new Unusable("is too long: mail servers take %d characters.".formatted(LONGEST));
    }

    private static Unusable malformed() {
        return new Unusable("must be an e-mail address, as anna@example.com.");
    }
}
