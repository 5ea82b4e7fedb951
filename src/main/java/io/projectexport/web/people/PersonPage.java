package io.projectexport.web.people;

import io.projectexport.export.people.Account;
import io.projectexport.export.people.FindAccounts;
import io.projectexport.export.people.PasswordLinks;
import io.projectexport.web.page.PageFormat;

/**
 * View model of one person's page.
 *
 * @param form the fields, as stored or as typed and refused
 * @param own whether it is the viewer's
 * @param link what became of the newest link to set a password, in a sentence; null for none
 * @param deactivated when it was; null where that is unknown or not so
 * @param problem why nothing was changed, where that is no matter of a field; null otherwise
 */
record PersonPage(Account account, AccountForm form, boolean own, String link, String deactivated, String problem) {

    static PersonPage of(FindAccounts.Details details, String viewer, PageFormat format) {
        Account account = details.account();
        return new PersonPage(
                account,
                AccountForm.of(account),
                account.userId().equals(viewer),
                details.link() == null ? null : words(details.link(), account, format),
                details.deactivatedAt() == null ? null : format.time(details.deactivatedAt()),
                null);
    }

    PersonPage refused(AccountForm typed, String why) {
        return new PersonPage(account, typed, own, link, deactivated, why);
    }

    private static String words(PasswordLinks.Link link, Account account, PageFormat format) {
        if (link.usedAt() != null) {
            return "The last link was used: %s.".formatted(format.time(link.usedAt()));
        }
        if (link.secretHash() == null) {
            return "A link was asked for (%s); its mail has not gone out yet."
                    .formatted(format.time(link.requestedAt()));
        }
        if (!link.expired() && link.isElsewhere(account)) {
            return "A link was sent to another e-mail address and does not work any more: send another one.";
        }
        return link.expired()
                ? "The last link was not used, and ended: %s.".formatted(format.time(link.expiresAt()))
                : "A link was sent; it works until %s.".formatted(format.time(link.expiresAt()));
    }

    public boolean canGetLink() {
        return account.active() && !account.isBySingleSignOn();
    }

    /** Null where a mail reaches the person. */
    public String whyNoMail() {
        return account.active() ? account.whyNoMail().orElse(null) : null;
    }

    /** Null for an approver. */
    public String whyNoApprover() {
        return account.whyNoApprover().orElse(null);
    }
}
