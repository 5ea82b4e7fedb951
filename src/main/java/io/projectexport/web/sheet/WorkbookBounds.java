package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.springframework.util.unit.DataSize;

/**
 * Checks a workbook before its reader sees it: a file of a megabyte can hold a thousand times as much, and a single cell can lie so far to
 * the right that its row fills the memory.
 */
final class WorkbookBounds {

    private static final DataSize LARGEST = DataSize.ofMegabytes(30);

    /** As far to the right and down as a spreadsheet goes. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");

    private long left = LARGEST.toBytes();

    private WorkbookBounds() {}

    /**
     * Checks what a file holds.
     *
     * @throws IOException when it is no workbook
     * @throws ActionRefused when it holds too much
     */
    static void check(byte[] file) throws IOException {
        WorkbookBounds bounds = new WorkbookBounds();
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                bounds.check(zip.getInputStream(part).readNBytes((int) bounds.left + 1), part.getName());
            }
        }
    }

    private void check(byte[] part, String name) throws IOException {
        left -= part.length;
        if (left < 0) {
            throw ActionRefused.invalid(
                    "file",
                    "The workbook is too large: %d MB fit when it is unpacked. Save the sheet with the projects alone."
                            .formatted(LARGEST.toMegabytes()));
        }
        if (name.endsWith(".xml")) {
            checkAddresses(new ByteArrayInputStream(part));
        }
    }

    private static void checkAddresses(InputStream part) throws IOException {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("c")) {
                    String address = reader.getAttributeValue(null, "r");
                    if (address != null && !ADDRESS.matcher(address).matches()) {
                        throw new IOException("No address of a cell: " + address);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
