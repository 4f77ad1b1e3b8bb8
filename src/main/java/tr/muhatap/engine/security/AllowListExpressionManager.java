package tr.muhatap.engine.security;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tr.muhatap.text.Texts;

/**
 * Queries may carry expressions, and the engine evaluates them from any source: ad hoc queries, stored filters, filter
 * extensions (CVE-2026-109432). Only those are evaluated without a variable scope; here they have to be on an
 * allow-list of literal texts. Expressions of models are ours and always have a scope.
 *
 * <p>Replaces {@code SpringExpressionManager} of Camunda 7.24.0; {@code ClosedByDefaultIT} notices when it changes.
 */
class AllowListExpressionManager extends SpringExpressionManager {

    static final String CURRENT_USER = "${currentUser()}";
    static final String CURRENT_USER_GROUPS = "${currentUserGroups()}";
    static final String NOW = "${now()}";
    static final String TODAY = "${dateTime().withTimeAtStartOfDay()}";
    static final String TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";
    static final String DAY_AFTER_TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(2)}";

    private static final Set<String> KNOWN_IN_QUERIES =
            Set.of(CURRENT_USER, CURRENT_USER_GROUPS, NOW, TODAY, TOMORROW, DAY_AFTER_TOMORROW);

    AllowListExpressionManager(ApplicationContext beans) {
        super(beans, null);
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(super.createExpression(text));
    }

    private record Guarded(Expression expression) implements Expression {

        @Override
        public Object getValue(@Nullable VariableScope scope) {
            refuseUnknown(scope);
            return expression.getValue(scope);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, BaseDelegateExecution contextExecution) {
            refuseUnknown(scope);
            return expression.getValue(scope, contextExecution);
        }

        @Override
        public void setValue(Object value, @Nullable VariableScope scope) {
            refuseUnknown(scope);
            expression.setValue(value, scope);
        }

        @Override
        public void setValue(Object value, @Nullable VariableScope scope, BaseDelegateExecution contextExecution) {
            refuseUnknown(scope);
            expression.setValue(value, scope, contextExecution);
        }

        @Override
        public String getExpressionText() {
            return expression.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return expression.isLiteralText();
        }

        private void refuseUnknown(@Nullable VariableScope scope) {
            if (scope == null && !isLiteralText() && !KNOWN_IN_QUERIES.contains(getExpressionText())) {
                throw new BadUserRequestException(Texts.of("engine.engine-refusal.sorgularda-bu-ifade-kullanilamaz"));
            }
        }
    }
}
