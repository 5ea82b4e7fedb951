package io.projectexport.access.password;

import io.projectexport.export.permission.GuessedPassword;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

/** Says whether a password is a user's, at all doors together; hashes of earlier releases become today's on the way. */
public final class PasswordCheck {

    private final SlowHash hash = new SlowHash();
    private final LoginThrottle throttle = new LoginThrottle();
    private final Consumer<GuessedPassword> guesses;
    private final VerifiedPasswords verified = new VerifiedPasswords();
    private final String nobodys = hash.encrypt("nobody's");

    /** @param guesses hears of it when somebody begins to guess a user's password; must not take time */
    public PasswordCheck(Consumer<GuessedPassword> guesses) {
        this.guesses = guesses;
    }

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
        Guesser guesser = Guesser.now(userId);
        boolean hasPassword = user != null && user.getPassword() != null;
        return hasPassword && verified.know(user, password)
                || throttle.passes(
                        guesser,
                        user == null ? "a name that nobody logs in by" : "user \"%s\"".formatted(guesser.userId()),
                        () -> hasPassword ? isRight(user, password) : takesAsLong(password),
                        tries -> report(user, guesser, tries));
    }

    private void report(UserEntity user, Guesser guesser, long tries) {
        if (user != null) {
            guesses.accept(new GuessedPassword(user.getId(), guesser.address(), tries));
        }
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
