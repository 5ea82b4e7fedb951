package io.projectexport.export;

import io.projectexport.export.profile.MailPreferences;
import io.projectexport.export.profile.OptionalMail;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Choices in memory, for tests of the business. */
public final class InMemoryMailPreferences implements MailPreferences {

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
