package io.projectexport.export.mapping;

import java.util.Optional;

/** Port to the stored choices of columns, of which each person has a bounded number. */
public interface ColumnChoices {

    /** So many of a person's choices are kept, the latest. */
    int MOST = 50;

    /**
     * What this person chose for files with these headings.
     *
     * @param headings a key of all headings of a file
     * @return empty, too, where what is stored makes no sense any more
     */
    Optional<ColumnChoice> of(String userId, String headings);

    /** Stores it in place of the person's last one for these headings. */
    void save(String userId, String headings, ColumnChoice choice);

    void remove(String userId, String headings);
}
