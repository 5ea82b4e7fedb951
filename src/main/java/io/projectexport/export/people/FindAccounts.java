package io.projectexport.export.people;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query for accounts, which administrators alone see. */
@Service
@Transactional(readOnly = true)
public class FindAccounts {

    /** As many as one looks through without losing the place. */
    public static final int PAGE = 50;

    private static final int AT_ONCE = 1000;

    private final AccountDirectory directory;
    private final PasswordLinks links;

    public FindAccounts(AccountDirectory directory, PasswordLinks links) {
        this.directory = directory;
        this.links = links;
    }

    /**
     * An account with what is known about its state.
     *
     * @param link the newest link to set a password; null for none
     * @param deactivatedAt null while it is active
     */
    public record Details(Account account, PasswordLinks.Link link, Instant deactivatedAt) {}

    /** A page of the list, counted from 0. */
    public AccountPage page(AccountFilter filter, String search, int page, Person admin) {
        check(admin);
        return directory.page(filter, search, page, PAGE);
    }

    /** The next ones of the whole list, for who writes it to a file; empty after the last. */
    public List<Account> part(AccountFilter filter, String search, int part, Person admin) {
        check(admin);
        return directory.page(filter, search, part, AT_ONCE).accounts();
    }

    /** @throws ActionRefused when there is nobody of this user name */
    public Details details(String userId, Person admin) {
        check(admin);
        Account account = directory.find(userId).orElseThrow(FindAccounts::nobody);
        Optional<Instant> deactivated = account.active() ? Optional.empty() : directory.deactivatedAt(userId);
        return new Details(account, links.of(userId).orElse(null), deactivated.orElse(null));
    }

    static void check(Person admin) {
        if (!admin.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only administrators look after the people of this installation.");
        }
    }

    static ActionRefused nobody() {
        return ActionRefused.notFound(
                "There is nobody of this user name here. Somebody may have deleted the user meanwhile.");
    }
}
