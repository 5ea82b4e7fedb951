package io.projectexport.export.conversation;

import io.projectexport.export.notification.Notice;
import io.projectexport.export.project.ProjectExport;

/**
 * The notice that somebody asked about a project, or answered.
 *
 * @param kind a question or an answer
 * @param writtenBy name of the person
 */
public record RemarkNotice(
        String id, ProjectExport export, String recipient, Contribution kind, String writtenBy, String text)
        implements Notice {

    public boolean isQuestion() {
        return kind == Contribution.QUESTION;
    }
}
