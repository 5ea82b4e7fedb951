package io.projectexport.export.permission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port to the users of the installation and what they may do. */
public interface People {

    /** The person with this login, with the privileges of this moment; somebody unknown has no privileges. */
    Person person(String userId);

    /** The only user with this e-mail address, however it is spelled; empty when there is none or more than one. */
    Optional<Person> byEmail(String email);

    /** Whether mails may go to this address; not where it is that of deactivated users alone. */
    boolean takesMail(String email);

    /** Everybody who may decide about projects at this moment, ordered by login. */
    List<Person> approvers();

    /** The members of {@code erp-admin} at this moment, ordered by login: projects are escalated to them. */
    List<Person> erpAdmins();

    /** Who looks after the installation at this moment, ordered by login. */
    List<Person> administrators();

    /** Ids of the groups to which a person belongs at this moment. */
    Set<String> groups(String userId);

    /** Members of any of these groups at this moment, ordered by login. */
    List<Person> members(Set<String> groups);

    /** The names of groups as people read them, with the word "or" between them. */
    String groupNames(Set<String> groups);

    /** How many users have an e-mail address that no mail server takes, from before it was checked or by single sign-on. */
    long countUnreachable();

    /** Names by login, for showing; a login without a user stands for itself. */
    Map<String, String> names(Collection<String> userIds);
}
