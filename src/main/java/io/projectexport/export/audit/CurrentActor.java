package io.projectexport.export.audit;

/** Port to whoever acts at this moment: in a request, in the name of somebody, or the application by itself. */
public interface CurrentActor {

    Actor get();
}
