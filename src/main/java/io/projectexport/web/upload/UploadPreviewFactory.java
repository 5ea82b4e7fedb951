package io.projectexport.web.upload;

import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindHints;
import io.projectexport.export.submission.CheckSubmissions;
import io.projectexport.export.submission.FindCorrections;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.web.mapping.ColumnMapping;
import io.projectexport.web.mapping.MappingMemory;
import io.projectexport.web.mapping.UploadedFile;
import io.projectexport.web.mapping.UploadedFile.Choice;
import io.projectexport.web.sheet.CsvSheet;
import io.projectexport.web.sheet.Headings;
import io.projectexport.web.sheet.Sheet;
import io.projectexport.web.sheet.SheetText;
import io.projectexport.web.upload.PreviewTable.Twin;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Maker of previews: reads a file as the person chose now or for an earlier one, and asks what the rules say to its rows. */
@Component
public class UploadPreviewFactory {

    private final MappingMemory memory;
    private final CheckSubmissions checks;
    private final FindCorrections corrections;
    private final FindHints hints;
    private final DisplayFormat format;
    private final Clock clock;

    UploadPreviewFactory(
            MappingMemory memory,
            CheckSubmissions checks,
            FindCorrections corrections,
            FindHints hints,
            DisplayFormat format,
            Clock clock) {
        this.memory = memory;
        this.checks = checks;
        this.corrections = corrections;
        this.hints = hints;
        this.format = format;
        this.clock = clock;
    }

    /** Of a file about which the person has said nothing yet. */
    UploadPreview of(SentFile file, Person person) {
        SheetText text = file.text(UploadPreviewFactory::isHeading);
        Sheet sheet = sheet(text);
        return preview(file, text, sheet, memory.recall(sheet, person), person);
    }

    /** Of a file that is read as the person says, which is remembered. */
    UploadPreview of(SentFile file, Choice choice, Person person) {
        SheetText text = file.text(UploadPreviewFactory::isHeading);
        Sheet sheet = sheet(text);
        ColumnMapping mapping = ColumnMapping.of(sheet, choice);
        UploadPreview preview = preview(file, text, sheet, mapping, person);
        memory.keep(mapping, person);
        return preview;
    }

    private UploadPreview preview(SentFile sent, SheetText text, Sheet sheet, ColumnMapping mapping, Person person) {
        UploadedFile file = mapping.columns().isReadable() ? UploadedFile.of(sheet, mapping) : null;
        Map<Integer, List<FieldError>> problems = file == null ? Map.of() : problems(file, person);
        boolean isReadable = file != null && !isNameless(mapping, problems);
        return new UploadPreview(
                MappingForm.of(sheet, mapping, file, remembered(mapping, file)),
                isReadable ? PreviewTable.of(file, problems, corrections(file, person), twins(file, person)) : null,
                file == null ? mapping.notes() : file.notes(LocalDate.now(clock)),
                text,
                text.hasOthers() ? sent.workbook() : null);
    }

    /** Whether the one column that is missing is what is wrong with every row, so that no row needs to say it. */
    private static boolean isNameless(ColumnMapping mapping, Map<Integer, List<FieldError>> problems) {
        String name = ProjectField.PROJECT_NAME.key();
        return !mapping.columns().fields().containsValue(ProjectField.PROJECT_NAME)
                && problems.values().stream()
                        .allMatch(errors -> errors.stream().anyMatch(error -> name.equals(error.field())));
    }

    private String remembered(ColumnMapping mapping, UploadedFile file) {
        if (file == null || !mapping.isOwn()) {
            return null;
        }
        List<String> what = Stream.of(
                        mapping.hasOwnColumns() ? "columns" : "",
                        file.readings().dates().isChosen() ? "dates" : "",
                        file.readings().amounts().isChosen() ? "amounts" : "")
                .filter(word -> !word.isEmpty())
                .toList();
        if (what.isEmpty()) {
            return null;
        }
        return mapping.isRemembered()
                ? "%s as you chose them on %s.".formatted(sentence(what), format.date(mapping.chosenAt()))
                : "%s as you chose them, for your next file with these headings, too.".formatted(sentence(what));
    }

    private static String sentence(List<String> words) {
        String joined = words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
        return Character.toUpperCase(joined.charAt(0)) + joined.substring(1);
    }

    private Map<Integer, List<FieldError>> problems(UploadedFile file, Person person) {
        Map<Integer, List<FieldError>> problems = new TreeMap<>();
        file.rows().forEach(row -> problems.put(row.number(), row.problems()));
        problems.putAll(checks.problems(file.complete(), person));
        return problems;
    }

    private Map<Integer, CorrectionText> corrections(UploadedFile file, Person person) {
        Map<Integer, CorrectionText> corrected = new TreeMap<>();
        corrections
                .of(file.complete(), person)
                .forEach((row, correction) -> corrected.put(row, CorrectionText.of(correction, format)));
        return corrected;
    }

    /** What rows look like that a person may see, asked once for the whole file. */
    private Map<Integer, Twin> twins(UploadedFile file, Person person) {
        SortedMap<Integer, Map<String, Object>> rows = file.complete();
        Map<Integer, String> keys = new TreeMap<>();
        rows.forEach((row, fields) -> Optional.ofNullable(lookAlikeKey(fields)).ifPresent(key -> keys.put(row, key)));
        Map<String, List<ProjectExport>> found = hints.lookAlikes(Set.copyOf(keys.values()), person);
        Map<Integer, Twin> twins = new TreeMap<>();
        keys.forEach((row, key) -> found.getOrDefault(key, List.of()).stream()
                .filter(other -> !Project.comparable(other.project().number())
                        .equals(Project.comparable(text(rows.get(row), ProjectField.PROJECT_NUMBER))))
                .findFirst()
                .ifPresent(other -> twins.put(row, Twin.of(other))));
        return twins;
    }

    private static String lookAlikeKey(Map<String, Object> fields) {
        String name = text(fields, ProjectField.PROJECT_NAME);
        String client = text(fields, ProjectField.CLIENT);
        return name.isBlank() || client.isBlank() ? null : Project.lookAlikeKey(name, client);
    }

    private static String text(Map<String, Object> fields, ProjectField field) {
        return Objects.toString(fields.get(field.key()), "");
    }

    private static Sheet sheet(SheetText text) {
        return CsvSheet.read(text.csv(), UploadPreviewFactory::isHeading);
    }

    private static boolean isHeading(String name) {
        return Headings.familiar(name).isPresent();
    }
}
