package io.projectexport.web;

import io.projectexport.export.OptionalMail;
import io.projectexport.export.Person;
import java.util.List;
import java.util.Map;

/**
 * What somebody can choose for themselves.
 *
 * @param email null when none is known
 */
record ProfilePage(String name, String login, String email, List<Choice> mails) {

    /** One mail that can be chosen. */
    record Choice(String key, String label, String hint, boolean wanted) {

        static Choice of(OptionalMail mail, boolean wanted) {
            return switch (mail) {
                case DAILY_SUMMARY ->
                    new Choice(mail.key(), "Daily summary", "Once a day, while projects wait for a decision.", wanted);
            };
        }
    }

    static ProfilePage of(Person person, Map<OptionalMail, Boolean> wishes) {
        List<Choice> mails = wishes.entrySet().stream()
                .map(wish -> Choice.of(wish.getKey(), wish.getValue()))
                .toList();
        return new ProfilePage(person.name(), person.userId(), person.email(), mails);
    }
}
