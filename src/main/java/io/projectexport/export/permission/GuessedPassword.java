package io.projectexport.export.permission;

/**
 * Event: somebody guesses the password of a person that there is.
 *
 * @param address of the network that the last try came from
 * @param tries how many were wrong, from whichever address, within about an hour
 */
public record GuessedPassword(String userId, String address, long tries) {}
