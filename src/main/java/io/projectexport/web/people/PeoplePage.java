package io.projectexport.web.people;

import io.projectexport.export.people.Account;
import io.projectexport.export.people.AccountFilter;
import io.projectexport.export.people.AccountPage;
import io.projectexport.export.people.FindAccounts;
import io.projectexport.export.people.Right;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * View model of the list of people.
 *
 * @param number of the page, from 0 on
 */
record PeoplePage(AccountFilter filter, String search, int number, AccountPage page) {

    /** One filter with how many it has. */
    record Tab(String key, String label, long count, boolean shown) {}

    /** One person in the list. */
    record Row(Account account) {

        public List<String> rights() {
            return account.rights().stream()
                    .sorted(Comparator.naturalOrder())
                    .map(Right::label)
                    .toList();
        }

        /** What keeps the person from logging in, or how that is done; null where it is a password. */
        public String state() {
            if (!account.active()) {
                return "Deactivated";
            }
            return account.login() == Account.Login.PASSWORD
                    ? null
                    : account.login().label();
        }

        /** Null for an approver. */
        public String whyNoApprover() {
            return account.whyNoApprover().orElse(null);
        }
    }

    public List<Tab> tabs() {
        return Arrays.stream(AccountFilter.values())
                .map(tab -> new Tab(tab.key(), tab.label(), page.counts().getOrDefault(tab, 0L), tab == filter))
                .toList();
    }

    public List<Row> rows() {
        return page.accounts().stream().map(Row::new).toList();
    }

    public long approvers() {
        return page.counts().getOrDefault(AccountFilter.APPROVERS, 0L);
    }

    /** Those who may push to accounting and are no approvers all the same. */
    public long nearly() {
        return page.counts().getOrDefault(AccountFilter.NO_APPROVERS_YET, 0L);
    }

    public long pages() {
        return (page.total() + FindAccounts.PAGE - 1) / FindAccounts.PAGE;
    }

    public boolean hasNext() {
        return number + 1 < pages();
    }
}
