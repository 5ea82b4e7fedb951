package io.projectexport.export;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Substitutions in memory, for tests of the business. */
public final class InMemorySubstitutions implements Substitutions {

    private final Map<String, Substitution> substitutions = new TreeMap<>();

    @Override
    public Optional<Substitution> of(String userId) {
        return Optional.ofNullable(substitutions.get(userId));
    }

    @Override
    public List<Substitution> on(LocalDate day) {
        return substitutions.values().stream()
                .filter(s -> !day.isBefore(s.from()) && !day.isAfter(s.until()))
                .toList();
    }

    @Override
    public List<Substitution> by(String deputy, LocalDate day) {
        return substitutions.values().stream()
                .filter(s -> s.deputy().equals(deputy) && !s.until().isBefore(day))
                .sorted(Comparator.comparing(Substitution::from))
                .toList();
    }

    @Override
    public void save(Substitution substitution) {
        substitutions.put(substitution.userId(), substitution);
    }

    @Override
    public void remove(String userId) {
        substitutions.remove(userId);
    }
}
