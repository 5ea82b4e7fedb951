package io.projectexport.web.mapping;

import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.sheet.SheetRow;
import java.util.List;
import java.util.Optional;

/** The ways in which a file writes its dates and its amounts. */
public record FileReadings(FileReading dates, FileReading amounts) {

    static FileReadings of(List<SheetRow> rows, ColumnMapping mapping) {
        return new FileReadings(
                reading(
                        List.of(DateReading.values()),
                        values(rows, mapping.columns(), ProjectField.DEADLINE),
                        mapping.choice().dates(),
                        mapping),
                reading(
                        List.of(AmountReading.values()),
                        values(rows, mapping.columns(), ProjectField.ESTIMATE_AMOUNT),
                        mapping.choice().amounts(),
                        mapping));
    }

    private static FileReading reading(
            List<ValueReading> ways, List<String> values, String chosen, ColumnMapping mapping) {
        return mapping.isRemembered()
                ? FileReading.remembered(ways, values, chosen)
                : FileReading.of(ways, values, chosen);
    }

    private static List<String> values(List<SheetRow> rows, UploadColumns columns, ProjectField field) {
        Integer column = columns.columns().get(field);
        return column == null
                ? List.of()
                : rows.stream()
                        .map(row -> row.cell(column).strip())
                        .filter(value -> !SheetRow.isBlank(value))
                        .filter(value -> SpreadsheetDamage.of(field, value).isEmpty())
                        .toList();
    }

    /** The value as the API takes it, or as it stands in the file where it cannot be read. */
    String read(ProjectField field, String value) {
        return of(field).flatMap(reading -> reading.read(value)).orElse(value);
    }

    /** Why a value cannot be read without asking; empty when it can, or when the rules for projects say why not. */
    Optional<FieldError> problem(ProjectField field, String value) {
        if (field == ProjectField.DEADLINE && DateReading.isNoDay(value)) {
            return Optional.of(new FieldError(
                    field.key(), "%s \"%s\" is no day of the calendar.".formatted(field.label(), value.strip())));
        }
        return SpreadsheetDamage.of(field, value)
                .or(() -> of(field)
                        .filter(reading -> reading.isOpen(value) || isDoubtful(reading, value))
                        .map(reading -> new FieldError(
                                field.key(),
                                "%s \"%s\" can be read in two ways. Choose above how this file writes it."
                                        .formatted(field.label(), value.strip()))));
    }

    /** That other amounts have a point before their decimals does not make a thousand one. */
    private static boolean isDoubtful(FileReading reading, String value) {
        return !reading.isChosen()
                && reading.declared() instanceof AmountReading declared
                && declared.isDoubtful(value);
    }

    private Optional<FileReading> of(ProjectField field) {
        return switch (field) {
            case DEADLINE -> Optional.of(dates);
            case ESTIMATE_AMOUNT -> Optional.of(amounts);
            default -> Optional.empty();
        };
    }
}
