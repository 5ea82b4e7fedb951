package io.projectexport.web.upload;

import java.util.List;
import java.util.UUID;

/** What became of each row of a file. */
record UploadResults(List<Row> rows) {

    /**
     * What became of one row.
     *
     * @param row 1 is the first project
     * @param label number and name of the project, as far as they are there
     * @param id null when refused
     * @param messages empty when submitted
     */
    record Row(int row, String label, UUID id, List<String> messages) {}

    /** How many were submitted, and how many were not, if any. */
    public String summary() {
        long submitted = rows.stream().filter(row -> row.id() != null).count();
        long refused = rows.size() - submitted;
        return refused == 0 ? submitted + " submitted" : "%d submitted, %d refused".formatted(submitted, refused);
    }
}
