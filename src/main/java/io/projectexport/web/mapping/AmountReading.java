package io.projectexport.web.mapping;

import io.projectexport.export.text.PlainText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which mark of an amount begins its decimals; the other one, a blank or an apostrophe may stand between thousands. */
enum AmountReading implements ValueReading {
    POINT("a point before the decimals: 1,250.00", '.', ','),
    COMMA("a comma before the decimals: 1.250,00", ',', '.');

    private static final int LONGEST = 60;
    private static final String CURRENCY = "(?:[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|kr\\.?|Fr\\.)?";
    private static final Pattern AMOUNT =
            Pattern.compile(CURRENCY + "[\\s\\p{Z}]*([\\d.,'’\\s\\p{Z}]*\\d)(?:[.,]-{1,2})?[\\s\\p{Z}]*" + CURRENCY);
    private static final Pattern BETWEEN_THOUSANDS = Pattern.compile("(?<=\\d)['’\\s\\p{Z}](?=\\d{3}(?!\\d))");

    /** A thousand to some, and one to others. */
    private static final Pattern THREE_DIGITS_AT_THE_END = Pattern.compile("\\d{1,3}[.,]\\d{3}");

    private final String label;
    private final Pattern written;
    private final char decimals;
    private final char thousands;

    AmountReading(String label, char decimals, char thousands) {
        this.label = label;
        this.decimals = decimals;
        this.thousands = thousands;
        written = Pattern.compile("(?:\\d+|\\d{1,3}(?:[%2$c]\\d{3})+)(?:[%1$c]\\d+)?".formatted(decimals, thousands));
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Optional<String> read(String value) {
        return digits(value)
                .filter(digits -> written.matcher(digits).matches())
                .map(digits -> digits.replace(String.valueOf(thousands), "").replace(decimals, '.'))
                .map(AmountReading::written);
    }

    /** Whether what it takes for decimals looks like thousands. */
    boolean isDoubtful(String value) {
        return digits(value)
                .filter(digits -> digits.indexOf(decimals) >= 0)
                .filter(digits -> THREE_DIGITS_AT_THE_END.matcher(digits).matches())
                .isPresent();
    }

    private static Optional<String> digits(String value) {
        String plain = value.length() > LONGEST ? null : PlainText.clean(value);
        Matcher amount = AMOUNT.matcher(plain == null ? "" : plain);
        return amount.matches()
                ? Optional.of(BETWEEN_THOUSANDS.matcher(amount.group(1)).replaceAll(""))
                : Optional.empty();
    }

    private static String written(String number) {
        BigDecimal amount = new BigDecimal(number).stripTrailingZeros();
        return amount.setScale(Math.max(amount.scale(), 2)).toPlainString();
    }
}
