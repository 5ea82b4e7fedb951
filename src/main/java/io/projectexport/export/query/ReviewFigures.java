package io.projectexport.export.query;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How approvers decide about what is submitted. A review is the first decision of a round; the rejection of an export that failed is none.
 *
 * @param weeks each from Monday to Sunday, the oldest first, the current one included
 * @param approvers those who decided in these weeks, the most decisions first
 * @param reasons why projects were rejected in these weeks, the most frequent first; a few
 */
public record ReviewFigures(List<Week> weeks, List<Approver> approvers, List<Reason> reasons) {

    /**
     * Reviews that were decided alike: how many, and how long they waited for it.
     *
     * @param decidedAtFirst how many of them were first rounds
     * @param acceptedAtFirst how many first rounds were accepted
     * @param median from the submission to the decision; null when nothing was decided, like {@code mean}
     */
    public record Reviews(
            long accepted, long rejected, long decidedAtFirst, long acceptedAtFirst, Duration median, Duration mean) {}

    /** What was decided in the week that begins on this Monday. */
    public record Week(LocalDate monday, Reviews reviews) {}

    /** What one approver decided. */
    public record Approver(String userId, Reviews reviews) {}

    /** How many rejections said the same, whatever the case of its letters. */
    public record Reason(String comment, long rejections) {}

    public long accepted() {
        return sum(Reviews::accepted);
    }

    public long rejected() {
        return sum(Reviews::rejected);
    }

    /** Which part of the decisions were rejections, from 0 to 1; null when nothing was decided. */
    public Double rejectionRate() {
        return part(rejected(), accepted() + rejected());
    }

    /** First-pass yield: which part of the first rounds was accepted, from 0 to 1; null when no first round was decided. */
    public Double firstPassYield() {
        return part(sum(Reviews::acceptedAtFirst), sum(Reviews::decidedAtFirst));
    }

    private long sum(ToLongFunction<Reviews> count) {
        return weeks.stream().map(Week::reviews).mapToLong(count).sum();
    }

    private static Double part(long some, long all) {
        return all == 0 ? null : (double) some / all;
    }
}
