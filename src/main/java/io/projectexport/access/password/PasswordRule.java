package io.projectexport.access.password;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * One rule for passwords that people set, in the engine's form, which Camunda Admin shows while one types. When it is broken all the same,
 * the refusal says so in words, where the engine would tell nothing. What the application sets up itself has rules of its own.
 */
public record PasswordRule(PasswordPolicyRule rule, String refusal) implements PasswordPolicyRule {

    private static final int SHORTEST = 12;

    /** The rule in words, for whoever chooses a password. */
    public static final String HINT =
            "%d characters or more, without your user name, your name and your e-mail address in it."
                    .formatted(SHORTEST);

    public static PasswordPolicy policy() {
        List<PasswordPolicyRule> rules = List.of(
                new PasswordRule(
                        new PasswordPolicyLengthRuleImpl(SHORTEST),
                        "The password is too short: use %d characters or more.".formatted(SHORTEST)),
                new PasswordRule(
                        new Longest(),
                        "The password is too long: use %d bytes or fewer.".formatted(SlowHash.LONGEST_BYTES)),
                new PasswordRule(
                        new PasswordPolicyUserDataRuleImpl(),
                        "The password contains the user's id, name or e-mail address: choose another one."));
        return () -> rules;
    }

    private static final class Longest implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "At most 72 bytes: 72 letters, fewer with umlauts and the like.";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return SlowHash.takes(password);
        }
    }

    @Override
    public String getPlaceholder() {
        return rule.getPlaceholder();
    }

    @Override
    public Map<String, String> getParameters() {
        return rule.getParameters();
    }

    @Override
    public boolean execute(String password) {
        return execute(password, null);
    }

    @Override
    public boolean execute(String password, User user) {
        CommandContext saving = Context.getCommandContext();
        if (saving != null && saving.getAuthentication() == null || rule.execute(password, user)) {
            return true;
        }
        if (saving != null) {
            throw new BadUserRequestException(refusal);
        }
        return false;
    }
}
