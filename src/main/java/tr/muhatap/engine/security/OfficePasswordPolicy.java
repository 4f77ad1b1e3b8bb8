package tr.muhatap.engine.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import tr.muhatap.access.PasswordRule;
import tr.muhatap.problem.InvalidInputException;

/** Applies {@link PasswordRule} to every new password, all of which are set by the engine. */
final class OfficePasswordPolicy implements PasswordPolicy, PasswordPolicyRule {

    private static final String FIELD = "password";

    private final boolean demo;

    /** @param demo whether the demonstration's users may keep their password */
    OfficePasswordPolicy(boolean demo) {
        this.demo = demo;
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(this);
    }

    @Override
    public boolean execute(String password, @Nullable User user) {
        // A check of a password alone names no user
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

    /** Displayed as it is, since the apps have no translation key for it. */
    @Override
    public String getPlaceholder() {
        return PasswordRule.SENTENCE;
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }
}
