package io.projectexport.export;

import java.util.List;

/** Who looks after the installation. */
public interface Administrators {

    /** The administrators of this moment, ordered by login. */
    List<Person> all();
}
