package io.projectexport.web.mapping;

import java.util.Optional;

/** One of the ways in which the people of a country write a kind of value. */
public interface ValueReading {

    /** The value as the API takes it; empty when it is not written like that. */
    Optional<String> read(String value);

    /** The name under which it is chosen on the page. */
    String name();

    /** What it is, for people. */
    String label();
}
