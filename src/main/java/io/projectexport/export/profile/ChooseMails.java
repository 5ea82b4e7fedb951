package io.projectexport.export.profile;

import io.projectexport.export.permission.Person;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Use case: people choose which optional mails they get; no preference brings a mail to somebody who lost the privilege for it. */
@Component
@Transactional
public class ChooseMails {

    private final MailPreferences preferences;

    public ChooseMails(MailPreferences preferences) {
        this.preferences = preferences;
    }

    /** The mails between which this person can choose now, each with whether it is wanted. */
    public Map<OptionalMail, Boolean> of(Person person) {
        Map<OptionalMail, Boolean> offered = new EnumMap<>(OptionalMail.class);
        Arrays.stream(OptionalMail.values())
                .filter(mail -> mail.isFor(person))
                .forEach(mail -> offered.put(mail, wants(person, mail)));
        return offered;
    }

    public boolean wants(Person person, OptionalMail mail) {
        return !wanting(mail, List.of(person)).isEmpty();
    }

    /** Logins of those who chose to get it, who may have lost the privilege for it since; mostly nobody. */
    public Set<String> choosers(OptionalMail mail) {
        return preferences.of(mail).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Those of these people who may have the mail and want it. */
    public List<Person> wanting(OptionalMail mail, Collection<Person> people) {
        Map<String, Boolean> chosen = preferences.of(mail);
        return people.stream()
                .filter(person -> mail.isFor(person) && mail.isWanted(chosen.get(person.userId())))
                .toList();
    }

    /** Keeps what this person wants of the mails that {@link #of} offers; their other choices stay. */
    public void choose(Person person, Set<OptionalMail> wanted) {
        Arrays.stream(OptionalMail.values())
                .filter(mail -> mail.isFor(person))
                .forEach(mail -> preferences.save(person.userId(), mail, wanted.contains(mail)));
    }
}
