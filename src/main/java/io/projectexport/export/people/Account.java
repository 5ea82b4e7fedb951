package io.projectexport.export.people;

import io.projectexport.export.text.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user of this installation, as administrators see one.
 *
 * @param firstName as the last name and the e-mail address null where there is none
 * @param rights as of now; none while the account is deactivated
 * @param otherGroups ids of the installation's own groups that the person is in
 * @param login how the person gets in
 */
public record Account(
        String userId,
        String firstName,
        String lastName,
        String email,
        Set<Right> rights,
        List<String> otherGroups,
        boolean active,
        Login login) {

    public Account {
        rights = Set.copyOf(rights);
        otherGroups = List.copyOf(otherGroups);
    }

    /** How somebody gets in. */
    public enum Login {
        PASSWORD("Password"),
        /** By nothing, until they have set a password. */
        NO_PASSWORD("No password yet"),
        SINGLE_SIGN_ON("Single sign-on");

        private final String label;

        Login(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** First and last name, or the user name where there is none. */
    public String name() {
        String name = Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? userId : name;
    }

    public boolean has(Right right) {
        return rights.contains(right);
    }

    public boolean isBySingleSignOn() {
        return login == Login.SINGLE_SIGN_ON;
    }

    private boolean hasErpAccess() {
        return has(Right.ERP_ACCESS) || has(Right.ERP_ADMINISTRATION);
    }

    /** Whether the person decides about projects at this moment. */
    public boolean isApprover() {
        return whyNoApprover().isEmpty();
    }

    /** What is missing for an accounting approver, for people; empty for one. */
    public Optional<String> whyNoApprover() {
        if (!active) {
            return Optional.of("Deactivated");
        }
        if (has(Right.PUSH)) {
            return hasErpAccess() ? Optional.empty() : Optional.of("Needs ERP access as well");
        }
        return Optional.of(
                hasErpAccess()
                        ? "Needs “Can push to accounting” as well"
                        : "Needs “Can push to accounting” and ERP access");
    }

    /** Why no mail reaches the person, in a sentence; empty when mails do. */
    public Optional<String> whyNoMail() {
        if (email == null) {
            return Optional.of("No mail reaches this person: there is no e-mail address.");
        }
        return EmailAddress.problem(email).map(problem -> "No mail reaches this person: the e-mail address " + problem);
    }
}
