package io.projectexport.export.people;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: administrators keep the accounts of people.
 *
 * <p>What goes wrong is refused with {@link ActionRefused} and leaves nothing behind.
 */
@Service
@Transactional
public class KeepAccounts {

    private final AccountDirectory directory;
    private final Accounts accounts;
    private final PasswordLinks links;
    private final SendPasswordLink mails;

    public KeepAccounts(AccountDirectory directory, Accounts accounts, PasswordLinks links, SendPasswordLink mails) {
        this.directory = directory;
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
    }

    /**
     * Adds a person, who gets a link to set a password by mail.
     *
     * @return the user name
     */
    public String add(Map<AccountField, String> typed, Set<Right> rights, Person admin) {
        FindAccounts.check(admin);
        AccountDetails details = AccountDetails.checked(typed);
        directory.alike(details.userId()).ifPresent(taken -> {
            throw taken(taken);
        });
        accounts.create(details, admin.userId());
        accounts.change(details.userId(), rights, Set.of(), admin.userId());
        mails.request(details.userId(), admin);
        return details.userId();
    }

    /** Corrects names and e-mail address. */
    public void describe(Map<AccountField, String> typed, Person admin) {
        Account account = account(typed.get(AccountField.USER_ID), admin);
        if (account.isBySingleSignOn()) {
            throw ActionRefused.conflict("Name and e-mail address of %s come from single sign-on: change them there."
                    .formatted(account.name()));
        }
        accounts.describe(AccountDetails.checked(typed), admin.userId());
    }

    /**
     * Gives and takes rights.
     *
     * @param seen those that the administrator saw, so that what somebody else changed meanwhile stays
     */
    public void change(String userId, Set<Right> seen, Set<Right> wanted, Person admin) {
        Account account = account(userId, admin);
        if (!account.active()) {
            throw ActionRefused.conflict("%s is deactivated: activate the person first.".formatted(account.name()));
        }
        accounts.change(userId, without(wanted, seen), without(seen, wanted), admin.userId());
    }

    /** Ends login, sessions, rights and mails at once; what the person did stays in the histories. */
    public void deactivate(String userId, Person admin) {
        Account account = account(userId, admin);
        if (userId.equals(admin.userId())) {
            throw ActionRefused.conflict("Ask another administrator to deactivate you; nobody deactivates themselves.");
        }
        if (account.active()) {
            accounts.deactivate(userId, admin.userId());
            links.end(userId);
        }
    }

    /** Gives login and rights back. */
    public void activate(String userId, Person admin) {
        if (!account(userId, admin).active()) {
            accounts.activate(userId, admin.userId());
        }
    }

    /** Sends a link to set a password, which ends those before it; the present password counts until then. */
    public void sendLink(String userId, Person admin) {
        Account account = account(userId, admin);
        if (account.isBySingleSignOn()) {
            throw ActionRefused.conflict(
                    "%s logs in by single sign-on and has no password here.".formatted(account.name()));
        }
        if (!account.active()) {
            throw ActionRefused.conflict("%s is deactivated: activate the person first.".formatted(account.name()));
        }
        account.whyNoMail().ifPresent(why -> {
            throw ActionRefused.conflict(why + " Correct it first.");
        });
        mails.request(userId, admin);
    }

    private Account account(String userId, Person admin) {
        FindAccounts.check(admin);
        return directory.find(userId).orElseThrow(FindAccounts::nobody);
    }

    private static ActionRefused taken(String userId) {
        return ActionRefused.conflict(
                AccountField.USER_ID.key(),
                "User name %s is taken: choose another one, or look for %s in the list.".formatted(userId, userId));
    }

    private static Set<Right> without(Set<Right> rights, Set<Right> others) {
        Set<Right> left = EnumSet.noneOf(Right.class);
        left.addAll(rights);
        left.removeAll(others);
        return left;
    }
}
