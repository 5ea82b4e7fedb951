package io.projectexport.export;

import java.util.List;

/** Whom a project is escalated to that nobody decides about. */
public interface ErpAdmins {

    /** The members of {@code erp-admin} at this moment, ordered by login. */
    List<Person> all();
}
