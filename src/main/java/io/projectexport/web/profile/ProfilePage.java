package io.projectexport.web.profile;

import io.projectexport.export.permission.Person;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.export.text.EmailAddress;
import java.util.List;
import java.util.Map;

/**
 * View model of the profile page: what somebody can choose for themselves.
 *
 * @param email null when none is known
 * @param emailProblem why no mail reaches it; null when mails do, or when there is none
 * @param absence null for whoever cannot have a deputy
 */
record ProfilePage(
        String name, String login, String email, String emailProblem, List<Choice> mails, DeputySection absence) {

    /** One mail that can be chosen. */
    record Choice(String key, String label, String hint, boolean wanted) {

        static Choice of(OptionalMail mail, boolean wanted) {
            return switch (mail) {
                case DAILY_SUMMARY ->
                    new Choice(mail.key(), "Daily summary", "Once a day, while projects wait for a decision.", wanted);
                case NEW_SUBMISSION ->
                    new Choice(
                            mail.key(),
                            "New projects",
                            "Within minutes, when projects that you can decide about were submitted: one mail for those that come together.",
                            wanted);
                case RESUBMISSION ->
                    new Choice(
                            mail.key(),
                            "Resubmitted projects",
                            "At once, when a project that you can decide about was corrected and submitted again.",
                            wanted);
                case SYNC ->
                    new Choice(
                            mail.key(),
                            "Your projects in Xero",
                            "At once, when a project that you submitted has become a job in Xero, with a link to it.",
                            wanted);
            };
        }
    }

    static ProfilePage of(Person person, Map<OptionalMail, Boolean> preferences, DeputySection absence) {
        List<Choice> mails = preferences.entrySet().stream()
                .map(mail -> Choice.of(mail.getKey(), mail.getValue()))
                .toList();
        return new ProfilePage(
                person.name(), person.userId(), person.email(), emailProblem(person.email()), mails, absence);
    }

    private static String emailProblem(String email) {
        return email == null ? null : EmailAddress.problem(email).orElse(null);
    }
}
