package io.projectexport.mail;

/**
 * One mail for one recipient, in two forms with the same content.
 *
 * @param id the same for each try to send it
 * @param recipient e-mail address
 */
record Mail(String id, String recipient, String subject, String text, String html) {}
