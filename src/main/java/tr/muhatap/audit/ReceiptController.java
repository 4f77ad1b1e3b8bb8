package tr.muhatap.audit;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.calendar.OfficeClock;

/** Public REST endpoint that verifies receipts. */
@RestController
@Tag(name = "Denetim")
class ReceiptController {

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    /**
     * @param sentence meaning of the result, in Turkish
     * @param proof null unless proved
     */
    record CheckedReceipt(
            Receipts.State state,
            String sentence,
            @Nullable String number,
            @Nullable OffsetDateTime registeredAt,
            @Nullable LocalDate lastDay,
            @Nullable InclusionProof proof) {}

    /** @param erased whether the texts of the record have been erased since */
    record InclusionProof(
            int log,
            long entry,
            @Nullable String leaf,
            String leafHash,
            List<String> path,
            ReceiptHead head,
            boolean erased) {}

    record ReceiptHead(
            long size, String root, OffsetDateTime signedAt, String keyId, String signature, String publicKey) {}

    @GetMapping("/api/v1/makbuz")
    CheckedReceipt check(@RequestParam String m) {
        var found = receipts.check(m);
        var proof = found.proof();
        return new CheckedReceipt(
                found.state(),
                found.state().sentence(),
                found.number(),
                found.registeredAt() == null ? null : here(found.registeredAt()),
                found.lastDay(),
                proof == null
                        ? null
                        : new InclusionProof(
                                proof.log(),
                                proof.entry(),
                                proof.leaf(),
                                proof.leafHash(),
                                proof.path(),
                                new ReceiptHead(
                                        proof.size(),
                                        proof.root(),
                                        here(proof.signedAt()),
                                        proof.keyId(),
                                        proof.signature(),
                                        proof.publicKey()),
                                proof.erased()));
    }

    private static OffsetDateTime here(Instant at) {
        return at.atZone(OfficeClock.ISTANBUL).toOffsetDateTime();
    }
}
