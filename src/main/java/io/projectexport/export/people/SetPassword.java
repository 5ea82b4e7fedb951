package io.projectexport.export.people;

import io.projectexport.export.permission.ActionRefused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: somebody sets the own password by a link that came by mail. What a link is refused for is told to whoever has its secret alone;
 * nothing here takes or tells a user name.
 */
@Service
@Transactional
public class SetPassword {

    /** Names of the fields. */
    public static final String PASSWORD = "password";

    public static final String REPEATED = "repeated";

    private final PasswordLinks links;
    private final AccountDirectory directory;
    private final Accounts accounts;

    public SetPassword(PasswordLinks links, AccountDirectory directory, Accounts accounts) {
        this.links = links;
        this.directory = directory;
        this.accounts = accounts;
    }

    /** What a password has to be like. */
    public String rule() {
        return accounts.passwordRule();
    }

    /**
     * Sets the password and uses the link up.
     *
     * @param code the end of the link
     * @throws ActionRefused invalid, naming the field, as long as the link can still be used; conflict when it cannot
     */
    public void set(String code, String password, String repeated) {
        PasswordLinks.Link link = usable(code);
        if (password.isEmpty()) {
            throw ActionRefused.invalid(PASSWORD, "Password is missing: enter a new one.");
        }
        if (!password.equals(repeated)) {
            throw ActionRefused.invalid(REPEATED, "Both passwords have to be the same: enter the new one again.");
        }
        if (!links.use(link.id())) {
            throw used();
        }
        accounts.setPassword(link.userId(), password);
    }

    private PasswordLinks.Link usable(String code) {
        PasswordLinks.Link link = LinkCode.parse(code)
                .flatMap(known -> links.find(known.id()).filter(stored -> known.fits(stored.secretHash())))
                .orElseThrow(() -> ActionRefused.conflict("This link does not work. Perhaps it was cut off when it was"
                        + " copied, or a newer mail has replaced it: open the link of the newest mail. If that does not help,"
                        + " ask an administrator to send you another one."));
        if (link.usedAt() != null) {
            throw used();
        }
        if (link.expired()) {
            throw ActionRefused.conflict("This link was valid for one day, which is over."
                    + " Ask an administrator to send you another one.");
        }
        if (directory.find(link.userId()).filter(link::isElsewhere).isPresent()) {
            throw ActionRefused.conflict("This link went to another e-mail address than the user has now."
                    + " Ask an administrator to send you another one.");
        }
        return link;
    }

    private static ActionRefused used() {
        return ActionRefused.conflict(
                "This link was used already. Log in with the password that was set with it; if you did"
                        + " not set it, or do not know it any more, ask an administrator to send you another link.");
    }
}
