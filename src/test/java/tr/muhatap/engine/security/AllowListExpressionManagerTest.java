package tr.muhatap.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.el.Expression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;

/** An expression without a scope belongs to a query: it is literally one of Tasklist's, or refused. */
class AllowListExpressionManagerTest {

    private final StaticApplicationContext beans = new StaticApplicationContext();
    private final AllowListExpressionManager expressions = new AllowListExpressionManager(beans);

    @BeforeEach
    void givenTheEnginesFunctions() throws ReflectiveOperationException {
        for (var name : List.of("currentUser", "currentUserGroups", "now", "dateTime")) {
            expressions.addFunction(name, Functions.class.getMethod(name));
        }
        var engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setDelegateInterceptor(DelegateInvocation::proceed);
        Context.setProcessEngineConfiguration(engine);
    }

    @AfterEach
    void leaveTheEngine() {
        Context.removeProcessEngineConfiguration();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${secret}",
                "${secret.toString()}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "#{secret}",
                "${ currentUser() }",
                "#{currentUser()}",
                "${currentUser()}${secret}",
                "x${now()}",
                "${dateTime()}",
                "${dateTime().withTimeAtStartOfDay().plusDays(3)}",
                "${1 + 1}"
            })
    void aQueriesExpressionThatIsNotKnownIsNeverEvaluated(String text) {
        beans.getBeanFactory().registerSingleton("secret", "the program's own");
        var expression = expressions.createExpression(text);

        assertRefused(() -> expression.getValue(null));
        assertRefused(() -> expression.getValue(null, null));
        assertRefused(() -> expression.setValue("x", null));
        assertRefused(() -> expression.setValue("x", null, null));
        assertThat(expression.getExpressionText()).isEqualTo(text);
        assertThat(expression.isLiteralText()).isFalse();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable evaluation) {
        assertThatThrownBy(evaluation)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("Sorgularda bu ifade kullanılamaz.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AllowListExpressionManager.CURRENT_USER,
                AllowListExpressionManager.CURRENT_USER_GROUPS,
                AllowListExpressionManager.NOW,
                AllowListExpressionManager.TODAY,
                AllowListExpressionManager.TOMORROW,
                AllowListExpressionManager.DAY_AFTER_TOMORROW
            })
    void thoseThatTasklistHasAreEvaluated(String text) {
        assertThat(expressions.createExpression(text).getValue(null)).isNotNull();
    }

    /** The engine's own values of these functions. */
    public static final class Functions {

        private Functions() {}

        public static String currentUser() {
            return "halkla";
        }

        public static List<String> currentUserGroups() {
            return List.of("halkla-iliskiler");
        }

        public static java.util.Date now() {
            return new java.util.Date();
        }

        public static org.joda.time.DateTime dateTime() {
            return new org.joda.time.DateTime();
        }
    }

    @Test
    void aTextIsNoExpression() {
        var text = expressions.createExpression("fen-isleri");

        assertThat(text.isLiteralText()).isTrue();
        assertThat(text.getValue(null)).isEqualTo("fen-isleri");
    }

    @Test
    void theModelsHaveAScopeAndMayCallWhatIsTheirs() {
        beans.getBeanFactory().registerSingleton("secret", "the program's own");
        Expression expression = expressions.createExpression("${secret.length()}");

        assertThat(expression.getValue(scope())).isEqualTo(17);
        assertThat(expression.getValue(scope(), null)).isEqualTo(17);
    }

    @Test
    void theModelsWriteTheirVariables() {
        var scope = scope();

        expressions.createExpression("${birim}").setValue("park-bahceler", scope);
        assertThat(scope.getVariable("birim")).isEqualTo("park-bahceler");
        expressions.createExpression("${birim}").setValue("fen-isleri", scope, null);
        assertThat(scope.getVariable("birim")).isEqualTo("fen-isleri");
    }

    private static VariableScope scope() {
        var variables = new HashMap<String, Object>(Map.of("birim", "yol-bakim"));
        return (VariableScope) Proxy.newProxyInstance(
                VariableScope.class.getClassLoader(),
                new Class<?>[] {VariableScope.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasVariable" -> variables.containsKey((String) arguments[0]);
                    case "getVariable" -> variables.get((String) arguments[0]);
                    case "setVariable" -> variables.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
