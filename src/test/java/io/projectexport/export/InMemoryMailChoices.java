package io.projectexport.export;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Choices in memory, for tests of the business. */
public final class InMemoryMailChoices implements MailChoices {

    private final Map<OptionalMail, Map<String, Boolean>> choices = new EnumMap<>(OptionalMail.class);

    @Override
    public Map<String, Boolean> of(OptionalMail mail) {
        return choices.getOrDefault(mail, Map.of());
    }

    @Override
    public void save(String userId, OptionalMail mail, boolean wanted) {
        choices.computeIfAbsent(mail, first -> new HashMap<>()).put(userId, wanted);
    }
}
