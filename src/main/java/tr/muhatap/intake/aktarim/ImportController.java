package tr.muhatap.intake.aktarim;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tr.muhatap.attachment.AttachmentHttp;

/** REST endpoints of imports. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final int MOST_REFUSED = 1_000;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    /**
     * Status of an import.
     *
     * @param rows rows of the list
     * @param taken rows that were registered
     * @param known rows that were registered before with the same content
     * @param changed rows that were registered before with other content, which is left to staff
     * @param refused every fault of the first thousand refused rows
     */
    record ImportStatus(ImportState state, int rows, int taken, int known, int changed, List<RefusedField> refused) {}

    /** A fault of a row. */
    record RefusedField(int line, String field, String message) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportStatus> start(
            @RequestParam String channel,
            @RequestParam(required = false) @Nullable String map,
            @RequestParam(required = false) @Nullable List<MultipartFile> file) {
        var uploads = AttachmentHttp.uploads(file);
        var view = imports.start(channel, map, uploads.isEmpty() ? null : uploads.get(0));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + view.id()))
                .body(status(view));
    }

    @GetMapping("/{id}")
    ImportStatus status(@PathVariable String id) {
        return status(imports.view(id));
    }

    private ImportStatus status(Imports.View view) {
        var refused = imports.rows(view.id(), RowOutcome.RET, MOST_REFUSED).stream()
                .flatMap(row -> row.errors().stream()
                        .map(error -> new RefusedField(row.line(), error.field(), error.message())))
                .toList();
        return new ImportStatus(
                view.state(),
                view.rows(),
                count(view, RowOutcome.ALINDI),
                count(view, RowOutcome.BILINEN),
                count(view, RowOutcome.DEGISMIS),
                refused);
    }

    private static int count(Imports.View view, RowOutcome outcome) {
        return view.counts().getOrDefault(outcome, 0);
    }
}
