package io.projectexport.web.audit;

import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditLine;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.text.DisplayFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * View model of the audit log.
 *
 * @param older where the next page begins; null where this is the last one
 * @param zone in which moments and days are
 */
record AuditPage(AuditForm asked, List<Row> rows, String older, String zone) {

    /**
     * One line.
     *
     * @param who login
     * @param name of that person
     * @param project id of the project whose step it is; null for none
     */
    record Row(
            String at,
            String who,
            String name,
            String address,
            String kind,
            String what,
            String subject,
            UUID project,
            String before,
            String after,
            long times) {}

    /** @param lines one more than fit on the page, where there are more */
    static AuditPage of(
            AuditForm asked, List<AuditLine> lines, int size, Map<String, String> names, DisplayFormat format) {
        List<AuditLine> shown = lines.subList(0, Math.min(lines.size(), size));
        return new AuditPage(
                asked,
                shown.stream().map(line -> row(line, names, format)).toList(),
                lines.size() > size ? shown.get(size - 1).position().written() : null,
                format.zone().getId());
    }

    private static Row row(AuditLine line, Map<String, String> names, DisplayFormat format) {
        String userId = line.entry().actor().userId();
        AuditedChange change = line.entry().change();
        return new Row(
                format.momentToTheSecond(line.entry().at()),
                userId,
                names.getOrDefault(userId, userId),
                line.entry().actor().address(),
                change.kind().label(),
                change.what(),
                change.subject(),
                line.exportId(),
                change.before(),
                change.after(),
                line.entry().times());
    }

    public AuditKind[] kinds() {
        return AuditKind.values();
    }
}
