package io.projectexport.export.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Port to the stored absences; each person has one at most. */
public interface Absences {

    /** The person's latest one, over or not. */
    Optional<Absence> of(String userId);

    /** Those that this day belongs to, ordered by the login of who is away. */
    List<Absence> on(LocalDate day);

    /** Those in which this person stands in and that are not over on this day, ordered by their first day. */
    List<Absence> by(String deputy, LocalDate day);

    /** Stores it in place of the person's last one. */
    void save(Absence absence);

    void remove(String userId);
}
