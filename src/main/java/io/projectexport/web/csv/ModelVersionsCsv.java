package io.projectexport.web.csv;

import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.version.ModelVersion;
import io.projectexport.export.version.ModelVersions;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes on which versions of the model projects run as CSV that is safe to open in a spreadsheet. */
public final class ModelVersionsCsv {

    private static final String[] HEADER = {"version", "versionTag", "deployedAt", "runningProjects"};

    private ModelVersionsCsv() {}

    /** A row for each version; its moment in the installation's zone. */
    public static void write(List<ModelVersions.Usage> usages, DisplayFormat format, Appendable file)
            throws IOException {
        file.append(ByteOrderMark.TEXT);
        CSVPrinter printer = new CSVPrinter(
                file, CSVFormat.DEFAULT.builder().setHeader(HEADER).get());
        for (ModelVersions.Usage usage : usages) {
            ModelVersion version = usage.version();
            printer.printRecord(
                    version.number(),
                    CsvCell.of(version.tag()),
                    format.at(version.deployedAt()),
                    usage.runningProjects());
        }
    }
}
