package io.projectexport.xero;

/** The access token of one organisation. */
interface AccessTokens {

    /** A token that is valid now. */
    String current();

    /** Has the next caller fetch a new one. */
    void forget();
}
