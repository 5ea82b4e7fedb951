package io.projectexport.access.password;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

/** Says whether a password is a user's, at all doors together; hashes of earlier releases become today's on the way. */
public final class PasswordCheck {

    private final SlowHash hash = new SlowHash();
    private final LoginThrottle throttle = new LoginThrottle();
    private final VerifiedPasswords verified = new VerifiedPasswords();
    private final String nobodys = hash.encrypt("nobody's");

    public SlowHash hash() {
        return hash;
    }

    /**
     * Whether it is the right one.
     *
     * @param user null for a name that nobody has
     * @throws LoginThrottled where too many before it were wrong
     */
    public boolean passes(String userId, UserEntity user, String password) {
        boolean hasPassword = user != null && user.getPassword() != null;
        return hasPassword && verified.know(user, password)
                || throttle.passes(
                        Guesser.now(userId), () -> hasPassword ? isRight(user, password) : takesAsLong(password));
    }

    private boolean isRight(UserEntity user, String password) {
        if (verified.know(user, password)) {
            return true;
        }
        PasswordManager passwords = Context.getProcessEngineConfiguration().getPasswordManager();
        if (!passwords.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword())) {
            return false;
        }
        boolean isOld = !user.getPassword().startsWith("{%s}".formatted(hash.hashAlgorithmName()));
        if (isOld && SlowHash.takes(password)) {
            user.setPassword(password);
            user.encryptPassword();
        }
        verified.remember(user, password);
        return true;
    }

    /** Or the time would tell which names are users. */
    private boolean takesAsLong(String password) {
        hash.check(password, nobodys);
        return false;
    }
}
