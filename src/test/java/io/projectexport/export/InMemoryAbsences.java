package io.projectexport.export;

import io.projectexport.export.profile.Absence;
import io.projectexport.export.profile.Absences;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Absences in memory, for tests of the business. */
public final class InMemoryAbsences implements Absences {

    private final Map<String, Absence> absences = new TreeMap<>();

    @Override
    public Optional<Absence> of(String userId) {
        return Optional.ofNullable(absences.get(userId));
    }

    @Override
    public List<Absence> on(LocalDate day) {
        return absences.values().stream()
                .filter(s -> !day.isBefore(s.from()) && !day.isAfter(s.until()))
                .toList();
    }

    @Override
    public List<Absence> by(String deputy, LocalDate day) {
        return absences.values().stream()
                .filter(s -> s.deputy().equals(deputy) && !s.until().isBefore(day))
                .sorted(Comparator.comparing(Absence::from))
                .toList();
    }

    @Override
    public void save(Absence absence) {
        absences.put(absence.userId(), absence);
    }

    @Override
    public void remove(String userId) {
        absences.remove(userId);
    }
}
