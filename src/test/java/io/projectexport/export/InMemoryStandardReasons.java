package io.projectexport.export;

import io.projectexport.export.reasons.StandardReasons;
import java.util.List;

/** The list of reasons in memory. */
public final class InMemoryStandardReasons implements StandardReasons {

    private Stored stored = new Stored(0, List.of());

    @Override
    public Stored read() {
        return stored;
    }

    @Override
    public boolean replace(int version, List<String> reasons) {
        boolean isLatest = stored.version() == version;
        if (isLatest) {
            stored = new Stored(version + 1, List.copyOf(reasons));
        }
        return isLatest;
    }
}
