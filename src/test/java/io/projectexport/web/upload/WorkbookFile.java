package io.projectexport.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook as Excel saves it, with one or more sheets whose rows are given as XML. */
final class WorkbookFile {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private WorkbookFile() {}

    /** Styles of cells: 0 general, 1 a date, 2 five digits, 3 an amount. */
    static byte[] of(String... sheets) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            StringBuilder types = new StringBuilder();
            StringBuilder names = new StringBuilder();
            StringBuilder relations = new StringBuilder();
            for (int i = 1; i <= sheets.length; i++) {
                types.append(override("/xl/worksheets/sheet%d.xml".formatted(i), "worksheet"));
                names.append("<sheet name=\"Sheet%1$d\" sheetId=\"%1$d\" r:id=\"rId%1$d\"/>".formatted(i));
                relations.append(
                        "<Relationship Id=\"rId%1$d\" Type=\"%2$s/worksheet\" Target=\"worksheets/sheet%1$d.xml\"/>"
                                .formatted(i, RELATIONS));
                part(
                        zip,
                        "xl/worksheets/sheet%d.xml".formatted(i),
                        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, sheets[i - 1]));
            }
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + override("/xl/workbook.xml", "sheet.main") + override("/xl/styles.xml", "styles") + types
                            + "</Types>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                            .formatted(MAIN, RELATIONS, names));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
                            .formatted(relations));
            part(zip, "xl/styles.xml", """
                    <styleSheet xmlns="%s"><numFmts count="2"><numFmt numFmtId="164" formatCode="00000"/>
                    <numFmt numFmtId="165" formatCode="[$NZ$-409]#,##0.00"/></numFmts>
                    <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
                    </styleSheet>""".formatted(MAIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** As Excel for Mac saved it for many years. */
    static byte[] countingFrom1904(byte[] workbook) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                String xml = new String(parts.readAllBytes(), UTF_8);
                part(zip, part.getName(), xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** A row of text. */
    static String texts(int number, String... values) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            cells.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted('A' + i, number, values[i]));
        }
        return row(number, cells.toString());
    }

    static String row(int number, String cells) {
        return "<row r=\"%d\">%s</row>".formatted(number, cells);
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, type);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(UTF_8));
    }
}
