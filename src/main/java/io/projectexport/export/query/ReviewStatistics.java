package io.projectexport.export.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Port to statistics of the decisions of approvers. */
public interface ReviewStatistics {

    /** What was decided in each of the weeks that begin on these Mondays in this zone, in their order. */
    List<ReviewFigures.Week> inWeeks(List<LocalDate> mondays, ZoneId zone);

    /** What each approver decided since then, the most decisions first. */
    List<ReviewFigures.Approver> byApprover(Instant since);

    /** The most frequent reasons of rejections since then. */
    List<ReviewFigures.Reason> reasons(Instant since, int limit);
}
