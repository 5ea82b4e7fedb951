package io.projectexport.export.query;

import java.util.List;

/** Port to the lists that people saved under names of their own. */
public interface SavedViews {

    /**
     * One list.
     *
     * @param query of its address
     */
    record SavedView(String name, String query) {}

    /** By their names. */
    List<SavedView> of(String userId);

    /** Adds it, in place of another one of the person with this name. */
    void save(String userId, SavedView view);

    /** Whether there was one. */
    boolean delete(String userId, String name);
}
