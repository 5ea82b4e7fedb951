package io.projectexport.web.problem;

import io.projectexport.export.permission.ActionRefused;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Isolates the items of a bulk call: what goes wrong with one is reported at that item, so that the others go through. */
public final class BulkItems {

    private BulkItems() {}

    /** The result of one item, or what {@code failed} makes of its errors. */
    public static <A> A resultOf(Supplier<A> action, Function<List<ProblemEntry>, A> failed) {
        try {
            return action.get();
        } catch (ActionRefused refused) {
            return failed.apply(ProblemEntry.of(refused));
        } catch (RuntimeException unexpected) {
            return failed.apply(List.of(new ProblemEntry(null, UnexpectedError.report(unexpected))));
        }
    }

    /** Refuses a list of nothing, or of more than one call may do. */
    public static void checkNumber(String field, List<?> items, int max) {
        if (items == null || items.isEmpty()) {
            throw ActionRefused.invalid(field, "There is nothing to do: %s is empty.".formatted(field));
        }
        checkNumber(field, items.size(), max);
    }

    /** Refuses more than one call may do, of which not all need to be in memory. */
    public static void checkNumber(String field, int items, int max) {
        if (items > max) {
            throw ActionRefused.invalid(field, "%d are too many for one call; send at most %d.".formatted(items, max));
        }
    }
}
