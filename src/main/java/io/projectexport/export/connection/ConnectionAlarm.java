package io.projectexport.export.connection;

/** Port to the alarm that tells people that nothing is exported until they repair the connection to Xero. */
public interface ConnectionAlarm {

    /**
     * Tells one recipient.
     *
     * @param id the same for each try to tell this recipient
     * @param recipient e-mail address
     * @param why what is wrong, in words for people
     * @throws RuntimeException when the mail server did not take it
     */
    void connectionBroke(String id, String recipient, String why);
}
