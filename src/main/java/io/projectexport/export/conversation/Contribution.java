package io.projectexport.export.conversation;

import io.projectexport.export.project.HistoryStep;

/** The kinds of what people write about a project without deciding about it. */
public enum Contribution {
    /** Of an approver, for creator and submitter. */
    QUESTION(HistoryStep.QUESTION, "write what you want to know"),
    /** Of creator or submitter, for who asked. */
    ANSWER(HistoryStep.ANSWER, "write what you want to answer"),
    /** Of creator or submitter whom nobody asked, for whoever reads the history. */
    NOTE(HistoryStep.NOTE, "write what approvers should know");

    private final HistoryStep step;
    private final String remedy;

    Contribution(HistoryStep step, String remedy) {
        this.step = step;
        this.remedy = remedy;
    }

    HistoryStep step() {
        return step;
    }

    /** What to do about one without text. */
    String remedy() {
        return remedy;
    }
}
