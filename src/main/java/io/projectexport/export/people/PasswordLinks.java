package io.projectexport.export.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Port to the stored links by which people set their password; each person has one at most, the newest. */
public interface PasswordLinks {

    /**
     * A link.
     *
     * @param secretHash null until its mail goes out, as are the e-mail address that it goes to and the end of its validity
     * @param usedAt null while it is unused
     * @param expired whether its time is over, by the database's clock
     */
    record Link(
            UUID id,
            String userId,
            Instant requestedAt,
            String secretHash,
            String sentTo,
            Instant expiresAt,
            Instant usedAt,
            boolean expired) {

        /** Whether it is in a mailbox that is not, or not any more, the person's. */
        public boolean isElsewhere(Account account) {
            return secretHash != null && !Objects.equals(sentTo, account.email());
        }
    }

    /** Stores one in place of the person's last one. */
    UUID request(String userId, String by);

    /**
     * Stores the hash of the secret that goes out with a mail, in place of an earlier try's, and commits.
     *
     * @param sentTo the e-mail address of that mail
     * @return whether the link is still wanted: it is the newest one, and unused
     */
    boolean issue(UUID id, String secretHash, String sentTo, Duration validFor);

    Optional<Link> find(UUID id);

    Optional<Link> of(String userId);

    /** Uses it up; of several at the same moment, the first. */
    boolean use(UUID id);

    /** Ends the person's link, if there is one. */
    void end(String userId);
}
