package tr.muhatap.access;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Decides which address a sign-in may redirect back to: a page of ours that a browser can request, or a page of
 * Camunda's apps. Never a file, an API address or another host.
 */
@Component
public class ReturnAddresses {

    /** Longer addresses exceed the limits of cookies and of a proxy's request line. */
    private static final int LONGEST = 2_000;

    /** A path of plain segments with an optional query and fragment; no dot segments, no empty ones. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*)?)(\\?[!-~&&[^#\\\\<>\"]]*)?(#[!-~&&[^\\\\<>\"]]*)?");

    private static final Pattern CAMUNDA =
            Pattern.compile("/camunda/app/(?:tasklist|cockpit|admin|welcome)(?:/default)?/?");

    /** Pages without a controller of ours. */
    private static final Set<String> OTHERS = Set.of("/camunda", "/camunda-welcome", "/cikis");

    /** Pages before the sign-in, which are never redirected to. */
    private static final Set<String> BEFORE_THE_SIGN_IN = Set.of("/giris", "/kurulum", "/error");

    private final Supplier<List<PathPattern>> pages;
    private final Supplier<List<PathPattern>> all;

    ReturnAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.pages = SingletonSupplier.of(() -> pages(mappings.getObject()));
        this.all = SingletonSupplier.of(() -> mappings.getObject().getHandlerMethods().keySet().stream()
                .flatMap(ReturnAddresses::patterns)
                .toList());
    }

    /** The given address if it is a page's: path, with query and fragment if present. */
    public @Nullable String page(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return null;
        }
        var read = WRITTEN.matcher(address);
        return read.matches() && isPage(read.group(1)) ? address : null;
    }

    /** The page of an address: itself, or its nearest ancestor; null if there is none but the start page. */
    public @Nullable String pageAbove(String path) {
        if (page(path) != null) {
            return path;
        }
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String above = path.substring(0, end);
            if (page(above) != null) {
                return above;
            }
        }
        return null;
    }

    /** Whether anything is mapped to the path; everything else is 404 for everyone. */
    boolean isKnown(String path) {
        var parsed = PathContainer.parsePath(path);
        return OTHERS.stream().anyMatch(other -> path.equals(other) || path.startsWith(other + "/"))
                || all.get().stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    private boolean isPage(String path) {
        if (CAMUNDA.matcher(path).matches()) {
            return true;
        }
        var parsed = PathContainer.parsePath(path);
        return !BEFORE_THE_SIGN_IN.contains(path) && pages.get().stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    private static List<PathPattern> pages(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> isPage(mapping.getValue()) && isRead(mapping.getKey()))
                .flatMap(mapping -> patterns(mapping.getKey()))
                .toList();
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().map(PathPatternParser.defaultInstance::parse);
    }

    private static boolean isRead(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    /** Whether a handler returns a template's name, not data or a file. */
    private static boolean isPage(HandlerMethod method) {
        return method.getMethod().getReturnType() == String.class
                && !method.hasMethodAnnotation(ResponseBody.class)
                && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }
}
