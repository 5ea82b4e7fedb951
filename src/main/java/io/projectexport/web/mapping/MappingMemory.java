package io.projectexport.web.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.projectexport.export.mapping.ColumnChoice;
import io.projectexport.export.mapping.ColumnChoices;
import io.projectexport.export.permission.Person;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.mapping.UploadedFile.Choice;
import io.projectexport.web.sheet.Sheet;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people chose for files with the same headings, which need not be in the same order. */
@Component
public class MappingMemory {

    private final ColumnChoices choices;
    private final Clock clock;

    MappingMemory(ColumnChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    /** As the person chose before, unless that fits no more. */
    public ColumnMapping recall(Sheet sheet, Person person) {
        UploadColumns found = UploadColumns.of(sheet);
        return choices.of(person.userId(), key(found))
                .map(chosen -> ColumnMapping.of(found, choice(chosen, found.names()), chosen.chosenAt()))
                .filter(mapping -> mapping.columns().isReadable())
                .orElseGet(() -> ColumnMapping.of(found, Choice.NONE, null));
    }

    /** Keeps what the person chose for their next file; what any file says itself is not kept. */
    public void keep(ColumnMapping mapping, Person person) {
        String headings = key(mapping.found());
        if (!mapping.isOwn()) {
            choices.remove(person.userId(), headings);
        } else if (mapping.columns().isReadable()) {
            choices.save(person.userId(), headings, stored(mapping));
        }
    }

    private ColumnChoice stored(ColumnMapping mapping) {
        List<String> names = mapping.columns().names();
        Map<String, String> columns = mapping.columns().fields().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getValue().key(), entry -> names.get(entry.getKey())));
        Choice choice = mapping.choice();
        return new ColumnChoice(
                columns,
                choice.hasDates() ? choice.dates() : null,
                choice.hasAmounts() ? choice.amounts() : null,
                clock.instant());
    }

    private static Choice choice(ColumnChoice chosen, List<String> names) {
        SortedMap<Integer, ProjectField> fields = new TreeMap<>();
        chosen.columns()
                .forEach((key, name) -> ProjectField.byKey(key)
                        .filter(field -> name != null && names.contains(name))
                        .ifPresent(field -> fields.put(names.indexOf(name), field)));
        return Choice.of(fields, chosen.dates(), chosen.amounts());
    }

    /** The same for the same headings, of which a file can have more than a column of the database holds. */
    private static String key(UploadColumns columns) {
        String names = columns.names().stream().sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(names.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
