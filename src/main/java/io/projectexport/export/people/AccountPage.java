package io.projectexport.export.people;

import java.util.List;
import java.util.Map;

/**
 * One page of a list of accounts.
 *
 * @param total how many the whole list has
 * @param counts how many each filter has, whatever is searched for
 */
public record AccountPage(List<Account> accounts, long total, Map<AccountFilter, Long> counts) {

    public AccountPage {
        accounts = List.copyOf(accounts);
        counts = Map.copyOf(counts);
    }
}
