package io.projectexport.web.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Day from which a workbook counts its dates, 1900 or 1904: the reader knows the latter only where it is spelled {@code true}, while Excel
 * writes {@code 1}, so that every date would be four years too early.
 */
final class WorkbookEpoch {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern AS_EXCEL_WRITES =
            Pattern.compile("(<(?:\\w+:)?workbookPr\\b[^<>]*\\bdate1904\\s*=\\s*[\"'])1(?=[\"'])");

    private WorkbookEpoch() {}

    /** The same workbook, in the spelling that the reader knows. */
    static byte[] spelledOut(byte[] file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            ZipArchiveEntry workbook = zip.getEntry(WORKBOOK);
            String xml = workbook == null ? "" : new String(content(zip, workbook), StandardCharsets.UTF_8);
            Matcher epoch = AS_EXCEL_WRITES.matcher(xml);
            return epoch.find() ? with(epoch.replaceFirst("$1true"), zip) : file;
        }
    }

    private static byte[] with(String workbook, ZipFile zip) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream parts = new ZipOutputStream(file)) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts.putNextEntry(new ZipEntry(part.getName()));
                boolean isWorkbook = part.getName().equals(WORKBOOK);
                parts.write(isWorkbook ? workbook.getBytes(StandardCharsets.UTF_8) : content(zip, part));
            }
        }
        return file.toByteArray();
    }

    private static byte[] content(ZipFile zip, ZipArchiveEntry part) throws IOException {
        return zip.getInputStream(part).readAllBytes();
    }
}
