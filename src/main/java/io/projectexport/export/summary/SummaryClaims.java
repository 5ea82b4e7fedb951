package io.projectexport.export.summary;

import java.time.LocalDate;
import java.util.Set;

/** Port to the claims on a day's summary to one person, so that only one sender has it; each method commits on its own. */
public interface SummaryClaims {

    /** Logins of those for whom {@link #claim} was answered with true and not released. */
    Set<String> claimed(LocalDate day);

    /** True for the first to ask for this person and day, on whichever node; false for everybody after. */
    boolean claim(String userId, LocalDate day);

    /** Gives the claim back, because the mail was surely not sent. */
    void release(String userId, LocalDate day);
}
