package io.projectexport.export.bulk;

import java.util.function.Supplier;

/** Port to a transaction that holds what a person does with several project exports. */
public interface OneTransaction {

    /** Works as whoever is logged in: everything or nothing, and once more where it collided with somebody else's change. */
    <T> T of(Supplier<T> work);

    /** Notes why what was to be one transaction is done again in parts, since whoever asked only hears about the parts that fail again. */
    default void inParts(int parts, RuntimeException why) {}
}
