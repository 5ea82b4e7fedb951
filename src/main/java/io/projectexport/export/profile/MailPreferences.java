package io.projectexport.export.profile;

import java.util.Map;

/** Port to the stored preferences about optional mails. */
public interface MailPreferences {

    /** Who wants this mail and who does not, by login; without those who never chose. */
    Map<String, Boolean> of(OptionalMail mail);

    void save(String userId, OptionalMail mail, boolean wanted);
}
