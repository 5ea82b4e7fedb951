package io.projectexport.export.people;

import java.time.Instant;
import java.util.Optional;

/** Port to what is stored about accounts. */
public interface AccountDirectory {

    /**
     * Those that the filter and each word of the search fit, ordered by name, by one query.
     *
     * @param search in user name, names and e-mail address; blank for everything
     * @param page counted from 0
     */
    AccountPage page(AccountFilter filter, String search, int page, int size);

    /** The account of this user name, upper and lower case told apart. */
    Optional<Account> find(String userId);

    /** A user name that differs from this one by upper and lower case at most. */
    Optional<String> alike(String userId);

    /** When it was deactivated; empty for one that is active. */
    Optional<Instant> deactivatedAt(String userId);
}
