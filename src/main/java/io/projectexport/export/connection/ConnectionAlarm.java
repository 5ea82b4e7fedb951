package io.projectexport.export.connection;

/** Port to the alarm that tells people that nothing is exported until they connect Xero again. */
public interface ConnectionAlarm {

    /**
     * Tells one recipient.
     *
     * @param id the same for each try to tell this recipient
     * @param recipient e-mail address
     * @throws RuntimeException when the mail server did not take it
     */
    void connectionBroke(String id, String recipient);
}
