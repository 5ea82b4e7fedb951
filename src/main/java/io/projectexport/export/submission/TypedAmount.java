package io.projectexport.export.submission;

import io.projectexport.export.text.PlainText;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Amount as people type it and as pages print it, read only where no other amount can be meant: {@code 1,250} is a thousand to some and
 * one and a quarter to others.
 */
public final class TypedAmount {

    /** Groups of three, told from decimals by a separator of another kind, by a second group, or because no decimals follow it. */
    private static final String NUMBER = "\\d+(?:[.,]\\d{1,2})?"
            + "|[1-9]\\d{0,2}(?:(?:,\\d{3})+\\.\\d{1,2}|(?:,\\d{3}){2,})"
            + "|[1-9]\\d{0,2}(?:(?:\\.\\d{3})+,\\d{1,2}|(?:\\.\\d{3}){2,})"
            + "|[1-9]\\d{0,2}(?:(?: \\d{3})+|(?:['\u2019]\\d{3})+)(?:[.,]\\d{1,2})?";

    /** No amount is longer, however it is written. */
    private static final int LONGEST = 200;

    private static final String SIGN = "\\p{L}{0,3}\\p{Sc}|\\p{L}{1,3}";
    private static final Pattern AMOUNT =
            Pattern.compile("(?<before>%s)? ?(?<number>%s) ?(?<after>%s)?".formatted(SIGN, NUMBER, SIGN));
    private static final Pattern DECIMALS = Pattern.compile("[.,](\\d{1,2})$");

    private TypedAmount() {}

    /**
     * The amount in plain digits.
     *
     * @param currency in which amounts are; empty where it is not known
     * @return empty for what can be understood in two ways or not at all, or names another currency
     */
    public static Optional<String> plain(String typed, Optional<String> currency) {
        String text = typed == null || typed.length() > LONGEST ? null : PlainText.clean(typed);
        Matcher amount = AMOUNT.matcher(text == null ? "" : text);
        if (!amount.matches() || amount.group("before") != null && amount.group("after") != null) {
            return Optional.empty();
        }
        boolean isOurs =
                Stream.of("before", "after").map(amount::group).allMatch(sign -> sign == null || isOf(sign, currency));
        return isOurs ? Optional.of(digits(amount.group("number"))) : Optional.empty();
    }

    private static String digits(String number) {
        Matcher decimals = DECIMALS.matcher(number);
        String end = decimals.find() ? "." + decimals.group(1) : "";
        String whole = end.isEmpty() ? number : number.substring(0, decimals.start());
        return whole.replaceAll("\\D", "") + end;
    }

    private static boolean isOf(String sign, Optional<String> currency) {
        String upper = sign.toUpperCase(Locale.ROOT);
        return currency.map(code -> upper.equals(code) || isSignOf(code, upper))
                .orElseGet(() -> sign.codePoints().anyMatch(TypedAmount::isCurrencySign));
    }

    /** The sign at home, alone or after the letters that tell its country, as {@code $}, {@code A$}, {@code NZ$}. */
    private static boolean isSignOf(String code, String sign) {
        String atHome = Currency.getInstance(code)
                .getSymbol(new Locale("en", code.substring(0, 2)))
                .toUpperCase(Locale.ROOT);
        return sign.endsWith(atHome) && code.startsWith(sign.substring(0, sign.length() - atHome.length()));
    }

    private static boolean isCurrencySign(int character) {
        return Character.getType(character) == Character.CURRENCY_SYMBOL;
    }
}
