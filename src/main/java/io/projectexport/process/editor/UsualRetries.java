package io.projectexport.process.editor;

import io.projectexport.export.model.ModelParts.Choice;
import java.util.List;

/** Retry time cycles of the release's own models, which end before the history does. */
final class UsualRetries {

    static final List<Choice> ALL = List.of(
            new Choice(
                    "PT30S,PT1M,PT2M,PT5M,PT10M,PT20M,PT40M,PT1H,PT2H,PT4H,PT8H,PT12H,P1D",
                    "like mails: 13 times in 3 days"),
            new Choice("PT5S,PT20S,PT1M,PT5M", "like exports: 4 times in 7 minutes"),
            new Choice("R20/PT5M", "like the summary: 20 times in 100 minutes"));

    private UsualRetries() {}
}
