package io.projectexport.xero.failure;

import java.util.Objects;
import java.util.stream.Stream;

/** The causal chain of an exception, itself included, outermost first. */
final class ExceptionCauses {

    private static final int MAX_DEPTH = 20;

    private ExceptionCauses() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_DEPTH);
    }

    @SafeVarargs
    static boolean any(Throwable failure, Class<? extends Throwable>... types) {
        return of(failure).anyMatch(cause -> Stream.of(types).anyMatch(type -> type.isInstance(cause)));
    }
}
