package tr.muhatap.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.access.CurrentUser;

/**
 * Hides in Camunda's apps the buttons that would always be refused to whoever is signed in: the same table that refuses their
 * calls says for whom they are hidden.
 */
@RestController
class ClosedSigns {

    private static final String APPS = "/camunda/api/engine/engine/default";

    /** @param selectors the buttons, in CSS, that call the operation or lead to a page for its callers alone */
    private record Sign(String method, String path, List<String> selectors) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("POST", APPS + "/task/{id}/claim", List.of(".claim", ".unclaim", "a[href='/toplu-islem']")),
            new Sign(
                    "PUT",
                    APPS + "/job/{id}/retries",
                    List.of("[ng-click='openJobRetryDialog(incident)']", "[ng-click='openDialog()']")));

    private final EngineOperations operations;
    private final CurrentUser currentUser;

    ClosedSigns(EngineOperations operations, CurrentUser currentUser) {
        this.operations = operations;
        this.currentUser = currentUser;
    }

    @GetMapping(path = "/camunda/lib/yetki.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> styleSheet() {
        String closed = SIGNS.stream()
                .filter(this::isClosed)
                .flatMap(sign -> sign.selectors().stream())
                .collect(Collectors.joining(",\n"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(closed.isEmpty() ? "" : closed + " {\n  display: none !important;\n}\n");
    }

    private boolean isClosed(Sign sign) {
        return operations.all().stream()
                .filter(row -> row.method().equals(sign.method()) && row.path().equals(sign.path()))
                .noneMatch(row -> row.callers().include(currentUser.groups()));
    }
}
