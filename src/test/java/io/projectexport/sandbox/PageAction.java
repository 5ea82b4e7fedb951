package io.projectexport.sandbox;

import java.util.function.Supplier;

/**
 * Something that the page offers to do beside its switches, by whoever runs this Xero together with an application.
 *
 * @param label of the button
 * @param sentence what it does, for people
 * @param run does it and says what becomes of it, for people
 */
public record PageAction(String label, String sentence, Supplier<String> run) {}
