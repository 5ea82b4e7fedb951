package io.projectexport.export;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.BatchRow.State;
import io.projectexport.export.bulk.Batches;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Batches in memory, for tests of the business and of pages. */
public class InMemoryBatches<W> implements Batches<W> {

    private final Map<UUID, Batch> batches = new LinkedHashMap<>();
    private final Map<UUID, Map<Integer, BatchRow<W>>> rows = new LinkedHashMap<>();

    /** Rows, by their numbers, that somebody else works at. */
    public final Set<Integer> claimedByOthers = new HashSet<>();

    public void clear() {
        batches.clear();
        rows.clear();
        claimedByOthers.clear();
    }

    @Override
    public boolean add(Batch batch, List<BatchRow<W>> all) {
        if (findByToken(batch.owner(), batch.token()).isPresent()) {
            return false;
        }
        batches.put(batch.id(), batch);
        all.forEach(
                row -> rows.computeIfAbsent(batch.id(), id -> new TreeMap<>()).put(row.number(), row));
        return true;
    }

    @Override
    public Optional<Batch> find(UUID batchId) {
        return Optional.ofNullable(batches.get(batchId)).map(this::counted);
    }

    private Batch counted(Batch batch) {
        return new Batch(
                batch.id(),
                batch.owner(),
                batch.token(),
                batch.submittedAt(),
                batch.total(),
                count(batch, State.DONE),
                count(batch, State.REFUSED));
    }

    private int count(Batch batch, State state) {
        return (int)
                rows(batch.id()).stream().filter(row -> row.state() == state).count();
    }

    @Override
    public Optional<Batch> findByToken(String owner, String token) {
        return batches.values().stream()
                .filter(batch -> batch.owner().equals(owner) && batch.token().equals(token))
                .findFirst()
                .map(this::counted);
    }

    @Override
    public List<Batch> ownedBy(String owner, int limit) {
        return batches.values().stream()
                .filter(batch -> batch.owner().equals(owner))
                .sorted(Comparator.comparing(Batch::submittedAt).reversed())
                .limit(limit)
                .map(this::counted)
                .toList();
    }

    @Override
    public List<BatchRow<W>> rows(UUID batchId) {
        return List.copyOf(rows.get(batchId).values());
    }

    @Override
    public List<Batch> unfinished(Instant submittedBefore, int limit) {
        return batches.values().stream()
                .filter(batch ->
                        count(batch, State.WAITING) > 0 && batch.submittedAt().isBefore(submittedBefore))
                .limit(limit)
                .map(this::counted)
                .toList();
    }

    @Override
    public List<BatchRow<W>> waiting(UUID batchId, int limit) {
        return rows(batchId).stream()
                .filter(row -> row.state() == State.WAITING)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean claim(UUID batchId, List<BatchRow<W>> some) {
        return some.stream().allMatch(row -> !claimedByOthers.contains(row.number()) && isWaiting(batchId, row));
    }

    private boolean isWaiting(UUID batchId, BatchRow<W> row) {
        return rows.get(batchId).get(row.number()).state() == State.WAITING;
    }

    @Override
    public boolean record(UUID batchId, List<BatchRow<W>> some) {
        List<BatchRow<W>> waiting =
                some.stream().filter(row -> isWaiting(batchId, row)).toList();
        waiting.forEach(row -> rows.get(batchId).put(row.number(), row));
        return waiting.size() == some.size();
    }

    @Override
    public void deleteDoneBefore(Instant moment) {
        batches.values()
                .removeIf(batch ->
                        batch.submittedAt().isBefore(moment) && counted(batch).isDone());
    }
}
