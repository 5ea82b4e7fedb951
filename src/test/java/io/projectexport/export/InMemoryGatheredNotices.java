package io.projectexport.export;

import io.projectexport.export.gathering.GatheredNotices;
import io.projectexport.export.text.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notices that may be told together, in memory. */
public final class InMemoryGatheredNotices implements GatheredNotices {

    private record Notice(String recipient, Instant arrivedAt, Boolean left) {}

    private final Map<String, Notice> notices = new LinkedHashMap<>();
    private final Clock clock;

    InMemoryGatheredNotices(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void add(String noticeId, String recipient) {
        notices.putIfAbsent(noticeId, new Notice(recipient, clock.instant(), null));
    }

    @Override
    public boolean leave(String noticeId) {
        Notice notice = notices.get(noticeId);
        if (notice == null) {
            return false;
        }
        if (notice.left() == null) {
            boolean isLeft = notices.entrySet().stream()
                    .filter(other -> !other.getKey().equals(noticeId))
                    .filter(other -> EmailAddress.same(other.getValue().recipient(), notice.recipient()))
                    .anyMatch(other -> other.getValue()
                            .arrivedAt()
                            .isAfter(notice.arrivedAt().minus(Duration.ofMinutes(1))));
            notices.put(noticeId, new Notice(notice.recipient(), notice.arrivedAt(), isLeft));
        }
        return notices.get(noticeId).left();
    }

    @Override
    public List<Together> take(Duration quiet, Duration longest) {
        Map<String, List<String>> left = new LinkedHashMap<>();
        notices.forEach((id, notice) -> {
            if (Boolean.TRUE.equals(notice.left())) {
                left.computeIfAbsent(notice.recipient(), none -> new ArrayList<>())
                        .add(id);
            }
        });
        Instant before = clock.instant().minus(quiet);
        left.values()
                .removeIf(ids ->
                        ids.stream().anyMatch(id -> notices.get(id).arrivedAt().isAfter(before)));
        left.values().forEach(notices.keySet()::removeAll);
        return left.entrySet().stream()
                .map(one -> new Together(one.getKey(), one.getValue()))
                .toList();
    }
}
