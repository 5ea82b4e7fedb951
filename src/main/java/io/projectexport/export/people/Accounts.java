package io.projectexport.export.people;

import java.util.Set;

/**
 * Port to changes of accounts. Each is made in the name of a person, with that person's permissions and by the rules of every other door;
 * it throws {@link io.projectexport.export.permission.ActionRefused} with their words.
 */
public interface Accounts {

    /** What a password has to be like, as a hint for whoever sets one. */
    String passwordRule();

    /** Adds a user who has no password and no rights yet. */
    void create(AccountDetails details, String by);

    /** Names and e-mail address of an existing one. */
    void describe(AccountDetails details, String by);

    /** Gives some rights and takes others; what the person has or lacks already stays. */
    void change(String userId, Set<Right> given, Set<Right> taken, String by);

    /** Ends the person's login and memberships at once, and keeps the latter to give them back. */
    void deactivate(String userId, String by);

    void activate(String userId, String by);

    /** In the person's own name. */
    void setPassword(String userId, String password);
}
