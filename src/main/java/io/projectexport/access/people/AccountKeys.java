package io.projectexport.access.people;

/** Keys of the engine's user infos that keep what an account has beside its row; frozen, because they are stored. */
final class AccountKeys {

    /** When the user was deactivated. */
    static final String DEACTIVATED = "deactivated-at";

    /** Before the id of a group that a deactivated user was in; one for each. */
    static final String FORMER_GROUP = "former-group:";

    private AccountKeys() {}
}
