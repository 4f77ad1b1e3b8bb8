package tr.muhatap.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tr.muhatap.problem.RefusalCode;

/** Refusal codes of all modules. */
final class RefusalCodes {

    private static final String PROGRAM = "tr.muhatap";

    private RefusalCodes() {}

    /** @param patterns codes; a trailing {@code *} is a wildcard */
    static List<String> matching(List<String> patterns) {
        if (patterns.isEmpty()) {
            return List.of();
        }
        return all().filter(code -> patterns.stream().anyMatch(pattern -> matches(pattern, code)))
                .collect(Collectors.toList());
    }

    static Stream<String> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RefusalCode.class));
        return scanner.findCandidateComponents(PROGRAM).stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), RefusalCode.class.getClassLoader()))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(code -> ((RefusalCode) code).name());
    }

    private static boolean matches(String pattern, String code) {
        return pattern.endsWith("*")
                ? code.startsWith(pattern.substring(0, pattern.length() - 1))
                : code.equals(pattern);
    }
}
