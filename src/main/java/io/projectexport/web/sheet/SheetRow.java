package io.projectexport.web.sheet;

import java.util.List;

/**
 * A row of a sheet that is not blank.
 *
 * @param number as the spreadsheet shows it; 1 is the topmost
 * @param cells up to the last one that is not blank
 */
public record SheetRow(int number, List<String> cells) {

    private static final int LETTERS = 26;

    /** A row without the blank cells at its end; of nothing but blanks it is empty. */
    static SheetRow of(int number, List<String> cells) {
        int width = cells.size();
        while (width > 0 && isBlank(cells.get(width - 1))) {
            width--;
        }
        return new SheetRow(number, List.copyOf(cells.subList(0, width)));
    }

    /**
     * What a spreadsheet calls a column: A, B, …, Z, AA.
     *
     * @param column the first one is 0
     */
    public static String letter(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letter(column / LETTERS - 1) + last;
    }

    /** The text of a cell; empty where the row has ended. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Spreadsheets fill with blanks that do not break a line, too. */
    public static boolean isBlank(String cell) {
        return cell.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
