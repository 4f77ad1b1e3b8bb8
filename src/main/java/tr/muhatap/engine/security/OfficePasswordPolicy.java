package tr.muhatap.engine.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import tr.muhatap.access.PasswordRule;
import tr.muhatap.problem.InvalidInputException;

/** Applies {@link PasswordRule} to every new password, since the engine is the way of all of them. */
final class OfficePasswordPolicy implements PasswordPolicy, PasswordPolicyRule {

    private static final String FIELD = "password";

    private final boolean demo;

    /** @param demo whether the demonstration's users may have their password */
    OfficePasswordPolicy(boolean demo) {
        this.demo = demo;
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(this);
    }

    @Override
    public boolean execute(String password, @Nullable User user) {
        // Whoever asks about a password alone names no user
        String name = user == null ? "" : user.getId();
        if (name.isEmpty()) {
            return execute(password);
        }
        String fault = PasswordRule.fault(password, name);
        if (fault != null && !(demo && PasswordRule.isShippedWithTheDemo(password, name))) {
            throw new InvalidInputException(FIELD, fault);
        }
        return true;
    }

    @Override
    public boolean execute(String password) {
        return PasswordRule.fault(password, null) == null;
    }

    /** Shown as it is, since no dictionary of the apps has it. */
    @Override
    public String getPlaceholder() {
        return PasswordRule.SENTENCE;
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }
}
