package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import tr.muhatap.form.KeptForms;

/**
 * Adds an encrypted user name to every form next to the CSRF token, so that a form submitted after the session has
 * expired can still be attributed to its user.
 */
@Component
class FormUserTokenPostProcessor implements BeanPostProcessor {

    private final ObjectProvider<KeptForms> forms;

    FormUserTokenPostProcessor(ObjectProvider<KeptForms> forms) {
        this.forms = forms;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof RequestDataValueProcessor tokens ? new WithTypist(tokens, forms) : bean;
    }

    private record WithTypist(RequestDataValueProcessor tokens, ObjectProvider<KeptForms> forms)
            implements RequestDataValueProcessor {

        @Override
        public String processAction(HttpServletRequest request, String action, String httpMethod) {
            return tokens.processAction(request, action, httpMethod);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return tokens.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            var fields = tokens.getExtraHiddenFields(request);
            var who = SecurityContextHolder.getContext().getAuthentication();
            if (fields == null || fields.isEmpty() || who == null || who instanceof AnonymousAuthenticationToken) {
                return fields;
            }
            var all = new LinkedHashMap<>(fields);
            all.put(KeptForms.TYPIST, forms.getObject().typistToken(who.getName()));
            return all;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return tokens.processUrl(request, url);
        }
    }
}
