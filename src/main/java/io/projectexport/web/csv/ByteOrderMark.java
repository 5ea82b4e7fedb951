package io.projectexport.web.csv;

/** Mark at the beginning of every CSV file that goes out: without it Excel takes UTF-8 for the letters of its country. */
final class ByteOrderMark {

    static final String TEXT = "\uFEFF";

    private ByteOrderMark() {}
}
