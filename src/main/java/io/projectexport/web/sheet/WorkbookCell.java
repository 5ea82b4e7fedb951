package io.projectexport.web.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** The value of a cell of a workbook as text that has one meaning only: dates with the year first, amounts with a point. */
final class WorkbookCell {

    /** More digits than a spreadsheet has are traces of its arithmetic. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final Pattern NOT_OF_THE_VALUE = Pattern.compile("\"[^\"]*+(?:\"|\\z)|\\[[^\\]]*+(?:]|\\z)|\\\\.");
    private static final Pattern ONLY_ZEROS = Pattern.compile("0{2,30}");

    private WorkbookCell() {}

    /** Empty for no cell. */
    static String text(Cell cell) {
        if (cell == null || cell.getRawValue() == null) {
            return "";
        }
        return isNumber(cell) ? number(cell) : cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    }

    private static boolean isNumber(Cell cell) {
        return cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal;
    }

    private static String number(Cell cell) {
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        // some programs write 417 as 417.0
        String plain = new BigDecimal(cell.getRawValue())
                .round(DIGITS)
                .stripTrailingZeros()
                .toPlainString();
        if (isDate(format) && cell.getType() == CellType.NUMBER) {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toString();
        }
        boolean isPadded = ONLY_ZEROS.matcher(format).matches() && plain.matches("\\d+");
        return isPadded ? "0".repeat(Math.max(0, format.length() - plain.length())) + plain : plain;
    }

    private static boolean isDate(String format) {
        String symbols = NOT_OF_THE_VALUE.matcher(format).replaceAll("");
        return symbols.matches("(?i).*[dy].*") && !symbols.contains("0.") && !symbols.equalsIgnoreCase("general");
    }
}
