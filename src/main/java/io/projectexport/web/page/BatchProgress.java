package io.projectexport.web.page;

import io.projectexport.export.bulk.Batch;
import java.util.Locale;
import java.util.UUID;

/**
 * How far a batch has come, for people.
 *
 * @param time when it was submitted
 * @param participle what becomes of its rows, for example submitted
 */
public record BatchProgress(Batch batch, String time, String participle) {

    public UUID id() {
        return batch.id();
    }

    public boolean done() {
        return batch.isDone();
    }

    public int total() {
        return batch.total();
    }

    public int ended() {
        return batch.done() + batch.refused();
    }

    /** How many went through, of how many as long as it goes on, and how many did not, if any. */
    public String summary() {
        String wentThrough = done()
                ? String.format(Locale.ENGLISH, "%,d %s", batch.done(), participle)
                : String.format(Locale.ENGLISH, "%,d of %,d %s", batch.done(), batch.total(), participle);
        return batch.refused() == 0
                ? wentThrough
                : String.format(Locale.ENGLISH, "%s, %,d refused", wentThrough, batch.refused());
    }
}
