package io.projectexport.web.reasons;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.reasons.KeepReasons;
import io.projectexport.export.reasons.ReasonList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * View model of the page with the usual reasons: as they are stored, or with what was typed and refused.
 *
 * @param kept whether the list is kept here, and not by the setting
 * @param problem why nothing was changed, where that is no matter of a field; null otherwise
 */
record ReasonsPage(String mark, boolean kept, List<Row> rows, Row added, String problem) {

    /**
     * One reason, with its field.
     *
     * @param id of the field
     * @param error null for none
     */
    record Row(int position, String id, String label, String text, String error) {}

    static ReasonsPage of(ReasonList list) {
        return new ReasonsPage(list.mark(), list.kept(), rows(list, null, null), added("", null), null);
    }

    static ReasonsPage refused(ReasonList list, ReasonsForm form, ActionRefused refused) {
        boolean isAboutField = !refused.errors().isEmpty();
        String error = isAboutField ? refused.getMessage() : null;
        boolean isAboutRow = isAboutField && "change".equals(form.action());
        // what was typed for a list that is another one now is not lost
        String text = form.hasWords() && !isAboutRow ? form.text() : "";
        return new ReasonsPage(
                list.mark(),
                list.kept(),
                rows(list, isAboutRow ? form : null, error),
                added(text, isAboutRow ? null : error),
                isAboutField ? null : refused.getMessage());
    }

    private static List<Row> rows(ReasonList list, ReasonsForm refused, String error) {
        return IntStream.range(0, list.reasons().size())
                .mapToObj(index -> {
                    boolean isRefused = refused != null && refused.isAbout(index);
                    String text = isRefused ? refused.text() : list.reasons().get(index);
                    return new Row(
                            index, "reason-" + (index + 1), "Reason " + (index + 1), text, isRefused ? error : null);
                })
                .toList();
    }

    private static Row added(String text, String error) {
        return new Row(-1, "text", "Another reason", text, error);
    }

    /** The fields that were refused. */
    public List<Row> wrong() {
        return Stream.concat(rows.stream(), Stream.of(added))
                .filter(row -> Objects.nonNull(row.error()))
                .toList();
    }

    public int longest() {
        return KeepReasons.LONGEST;
    }
}
