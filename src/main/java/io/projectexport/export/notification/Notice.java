package io.projectexport.export.notification;

import io.projectexport.export.project.ProjectExport;

/** A notice about a project for one person. */
public interface Notice {

    /** The same for each try to send it. */
    String id();

    /** The project as it is now. */
    ProjectExport export();

    /** An e-mail address. */
    String recipient();
}
