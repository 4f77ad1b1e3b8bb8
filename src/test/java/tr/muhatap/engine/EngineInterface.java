package tr.muhatap.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.jspecify.annotations.Nullable;

/** Every operation that the engine and its apps offer without our filter. */
final class EngineInterface {

    private static final List<String> VERBS = List.of("get", "post", "put", "delete", "patch", "options", "head");

    /** @param template with every variable written as {@code {}} and no slash at the end */
    record Operation(String method, String template) {

        static Operation of(String method, String path) {
            var template = path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/");
            return new Operation(
                    method, template.endsWith("/") ? template.substring(0, template.length() - 1) : template);
        }
    }

    private EngineInterface() {}

    static List<Operation> all() {
        var all = new LinkedHashSet<Operation>();
        described()
                .forEach(operation -> all.add(Operation.of(operation.method(), "/engine-rest" + operation.template())));
        var engine = offeredBy(new EngineRestApplication()).toList();
        engine.forEach(
                operation -> all.add(Operation.of(operation.method(), "/camunda/api/engine" + operation.template())));
        // The engine's own API as its REST starter offers it: with the paths of the description and also by the name of
        // the engine
        engine.forEach(operation -> {
            all.add(Operation.of(operation.method(), "/engine-rest" + operation.template()));
            all.add(Operation.of(
                    operation.method(), "/engine-rest" + operation.template().replaceFirst("^/engine/\\{}", "")));
        });
        add(all, "/camunda/api/admin", new AdminApplication());
        add(all, "/camunda/api/cockpit", new CockpitApplication());
        add(all, "/camunda/api/tasklist", new TasklistApplication());
        add(all, "/camunda/api/welcome", new WelcomeApplication());
        return List.copyOf(all);
    }

    private static void add(Set<Operation> all, String address, Application app) {
        offeredBy(app).forEach(operation -> all.add(Operation.of(operation.method(), address + operation.template())));
    }

    /** Operations in the engine's OpenAPI document. */
    private static List<Operation> described() {
        try (var document = EngineInterface.class.getResourceAsStream("/openapi.json")) {
            var operations = new ArrayList<Operation>();
            new ObjectMapper()
                    .readTree(document)
                    .get("paths")
                    .properties()
                    .forEach(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
                        if (VERBS.contains(verb)) {
                            operations.add(Operation.of(verb.toUpperCase(Locale.ROOT), path.getKey()));
                        }
                    }));
            return operations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Operations of an app's annotated classes. */
    private static Stream<Operation> offeredBy(Application app) {
        return app.getClasses().stream()
                .flatMap(type -> Optional.ofNullable(annotation(type, Path.class)).stream()
                        .flatMap(path -> offeredBy(path.value(), type, List.of())));
    }

    private static Stream<Operation> offeredBy(String address, Class<?> type, List<Class<?>> above) {
        if (above.contains(type)) {
            return Stream.empty();
        }
        var path = Stream.concat(above.stream(), Stream.of(type)).toList();
        return Arrays.stream(type.getMethods()).flatMap(method -> {
            var below = annotation(method, Path.class);
            var here = address + (below == null ? "" : "/" + below.value());
            var verb = verb(method);
            if (verb != null) {
                return Stream.of(Operation.of(verb, "/" + here));
            }
            return below == null ? Stream.empty() : offeredBy(here, method.getReturnType(), path);
        });
    }

    private static @Nullable String verb(Method method) {
        return declarations(method)
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static <A extends Annotation> @Nullable A annotation(Method method, Class<A> type) {
        return declarations(method)
                .map(declared -> declared.getAnnotation(type))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static <A extends Annotation> @Nullable A annotation(Class<?> type, Class<A> annotation) {
        return above(type)
                .map(each -> each.getAnnotation(annotation))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    /** The method and those that it implements, whose annotations apply as well. */
    private static Stream<Method> declarations(Method method) {
        return above(method.getDeclaringClass()).flatMap(type -> {
            try {
                return Stream.of(type.getMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException e) {
                return Stream.empty();
            }
        });
    }

    private static Stream<Class<?>> above(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                above(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(EngineInterface::above)));
    }
}
