package tr.muhatap.subject;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One masked field in full, for a reason. */
@RestController
class RevealController {

    private final Reveals reveals;

    RevealController(Reveals reveals) {
        this.reveals = reveals;
    }

    /** @param field {@code nationalId}, {@code taxNumber}, {@code phone}, {@code email} or {@code address} */
    record RevealRequest(@Nullable String field, @Nullable String reason) {}

    record RevealedValue(String field, String value) {}

    @PostMapping("/api/v1/basvurular/{number}/reveal")
    ResponseEntity<RevealedValue> reveal(@PathVariable String number, @RequestBody RevealRequest request) {
        var revealed = reveals.reveal(number, request.field(), request.reason());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RevealedValue(revealed.field().apiName(), revealed.value()));
    }
}
