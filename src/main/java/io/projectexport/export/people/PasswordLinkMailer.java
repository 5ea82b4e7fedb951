package io.projectexport.export.people;

/** Port that mails people a link by which they set their password. */
public interface PasswordLinkMailer {

    /**
     * What the mail tells.
     *
     * @param id another one for each try to send it, because each has another secret
     * @param askedBy name of the administrator who had it sent
     * @param code secret: it belongs into the mail, and nowhere else
     */
    record Letter(String id, Account to, String askedBy, String code) {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "Letter[id=%s]".formatted(id);
        }
    }

    /** @throws RuntimeException when the mail server did not take it; to be tried again */
    void send(Letter letter);
}
