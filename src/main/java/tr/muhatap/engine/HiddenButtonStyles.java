package tr.muhatap.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.access.CurrentUser;

/**
 * Hides buttons in Camunda's apps whose requests would always be refused for the signed-in user, based on the same
 * table that refuses them.
 */
@RestController
class HiddenButtonStyles {

    private static final String APPS = "/camunda/api/engine/engine/default";

    /** @param selectors CSS selectors of the buttons that call the operation or lead to a page for its callers only */
    private record Sign(String method, String path, List<String> selectors) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("POST", APPS + "/task/{id}/claim", List.of(".claim", ".unclaim", "a[href='/toplu-islem']")),
            // Without the right to change a list its thirty criteria are of no use
            new Sign("PUT", APPS + "/filter/{id}", List.of(".task-filter .actions")),
            new Sign(
                    "PUT",
                    APPS + "/job/{id}/retries",
                    List.of("[ng-click='openJobRetryDialog(incident)']", "[ng-click='openDialog()']")));

    private final EngineOperations operations;
    private final CurrentUser currentUser;

    private final String institution;

    /** @param institution name shown in the header of the apps, as on our own pages */
    HiddenButtonStyles(
            EngineOperations operations,
            CurrentUser currentUser,
            @Value("${muhatap.letter.institution:}") String institution) {
        this.operations = operations;
        this.currentUser = currentUser;
        this.institution = institution;
    }

    @GetMapping(path = "/camunda/lib/yetki.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> styleSheet() {
        String closed = SIGNS.stream()
                .filter(this::isClosed)
                .flatMap(sign -> sign.selectors().stream())
                .collect(Collectors.joining(",\n"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(":root {\n  --m-institution: " + quoted(institution) + ";\n}\n"
                        + (closed.isEmpty() ? "" : closed + " {\n  display: none !important;\n}\n"));
    }

    /** Quoted and escaped as a CSS string. */
    static String quoted(String text) {
        return text.codePoints()
                .mapToObj(each -> Character.isLetterOrDigit(each) || each == ' '
                        ? Character.toString(each)
                        : "\\%x ".formatted(each))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private boolean isClosed(Sign sign) {
        return operations.all().stream()
                .filter(row -> row.method().equals(sign.method()) && row.path().equals(sign.path()))
                .noneMatch(row -> row.callers().include(currentUser.groups()));
    }
}
