package io.projectexport.export;

import io.projectexport.export.upload.Upload;
import io.projectexport.export.upload.UploadRow;
import io.projectexport.export.upload.UploadRow.State;
import io.projectexport.export.upload.Uploads;
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

/** Uploads in memory, for tests of the business and of pages. */
public final class InMemoryUploads implements Uploads {

    private final Map<UUID, Upload> uploads = new LinkedHashMap<>();
    private final Map<UUID, Map<Integer, UploadRow>> rows = new LinkedHashMap<>();

    /** Rows, by their numbers, that somebody else works at. */
    public final Set<Integer> claimedByOthers = new HashSet<>();

    public void clear() {
        uploads.clear();
        rows.clear();
        claimedByOthers.clear();
    }

    @Override
    public boolean add(Upload upload, List<UploadRow> all) {
        if (findByToken(upload.owner(), upload.token()).isPresent()) {
            return false;
        }
        uploads.put(upload.id(), upload);
        all.forEach(
                row -> rows.computeIfAbsent(upload.id(), id -> new TreeMap<>()).put(row.number(), row));
        return true;
    }

    @Override
    public Optional<Upload> find(UUID uploadId) {
        return Optional.ofNullable(uploads.get(uploadId)).map(this::counted);
    }

    private Upload counted(Upload upload) {
        return new Upload(
                upload.id(),
                upload.owner(),
                upload.token(),
                upload.submittedAt(),
                upload.total(),
                count(upload, State.SUBMITTED),
                count(upload, State.REFUSED));
    }

    private int count(Upload upload, State state) {
        return (int)
                rows(upload.id()).stream().filter(row -> row.state() == state).count();
    }

    @Override
    public Optional<Upload> findByToken(String owner, String token) {
        return uploads.values().stream()
                .filter(upload -> upload.owner().equals(owner) && upload.token().equals(token))
                .findFirst()
                .map(this::counted);
    }

    @Override
    public List<Upload> ownedBy(String owner, int limit) {
        return uploads.values().stream()
                .filter(upload -> upload.owner().equals(owner))
                .sorted(Comparator.comparing(Upload::submittedAt).reversed())
                .limit(limit)
                .map(this::counted)
                .toList();
    }

    @Override
    public List<UploadRow> rows(UUID uploadId) {
        return List.copyOf(rows.get(uploadId).values());
    }

    @Override
    public List<Upload> unfinished(Instant submittedBefore, int limit) {
        return uploads.values().stream()
                .filter(upload ->
                        count(upload, State.WAITING) > 0 && upload.submittedAt().isBefore(submittedBefore))
                .limit(limit)
                .map(this::counted)
                .toList();
    }

    @Override
    public List<UploadRow> waiting(UUID uploadId, int limit) {
        return rows(uploadId).stream()
                .filter(row -> row.state() == State.WAITING)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean claim(UUID uploadId, UploadRow row) {
        return !claimedByOthers.contains(row.number()) && isWaiting(uploadId, row);
    }

    private boolean isWaiting(UUID uploadId, UploadRow row) {
        return rows.get(uploadId).get(row.number()).state() == State.WAITING;
    }

    @Override
    public boolean record(UUID uploadId, UploadRow row) {
        if (!isWaiting(uploadId, row)) {
            return false;
        }
        rows.get(uploadId).put(row.number(), row);
        return true;
    }

    @Override
    public void deleteDoneBefore(Instant moment) {
        uploads.values()
                .removeIf(upload ->
                        upload.submittedAt().isBefore(moment) && counted(upload).isDone());
    }
}
