package io.projectexport.access.setup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Settings of the first administrator; none has a default, and password and address count only at the first start.
 *
 * @param email where alarms go, for example when Xero has to be connected again; null for nowhere
 */
@ConfigurationProperties("admin")
public record AdminAccount(String user, String password, String email) {

    boolean isWanted() {
        return StringUtils.hasText(user);
    }

    /**
     * The password for the new user.
     *
     * @throws IllegalStateException saying what to set, when it is missing
     */
    String requiredPassword() {
        if (!StringUtils.hasText(password)) {
            throw new IllegalStateException(
                    "ADMIN_PASSWORD is missing: user %s (ADMIN_USER) does not exist yet and needs one."
                            .formatted(user));
        }
        return password;
    }

    @Override
    public String toString() {
        return "AdminAccount[user=%s]".formatted(user);
    }
}
