package tr.muhatap.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** Verifies one application's bundle using only its content, see {@link Bundles}. */
final class BundleCheck {

    private static final int MOST = 100;

    /**
     * @param faults in the order of the events; empty if the bundle is valid
     * @param erased number of events verified by their hash alone
     * @param keyTrusted whether the head's key is among the trusted keys; otherwise it is taken from the bundle
     *     itself
     */
    record Result(
            String number, int events, int erased, @Nullable LogHead head, boolean keyTrusted, List<String> faults) {

        boolean isWhole() {
            return faults.isEmpty();
        }
    }

    private final JsonNode bundle;
    private final Map<String, PublicKey> trusted;
    private final List<String> faults = new ArrayList<>();

    private BundleCheck(JsonNode bundle, Map<String, PublicKey> trusted) {
        this.bundle = bundle;
        this.trusted = trusted;
    }

    /** @throws IllegalArgumentException if the file is not a bundle */
    static Result of(String file, Map<String, PublicKey> trusted) {
        try {
            var bundle = new ObjectMapper().readTree(file);
            if (!bundle.path("format").asText().equals(Bundles.FORMAT)) {
                throw new IllegalArgumentException(Texts.of("audit.bundle.paket-degil"));
            }
            return new BundleCheck(bundle, trusted).checked();
        } catch (JsonProcessingException | DateTimeException unreadable) {
            throw new IllegalArgumentException(Texts.of("audit.bundle.paket-degil"), unreadable);
        }
    }

    private Result checked() {
        var head = head();
        var key = key(head);
        if (head == null || key == null || !head.isSignedBy(key)) {
            faults.add(Texts.of("audit.bundle.bas-imzasiz"));
        }
        String number = bundle.path("number").asText();
        byte @Nullable [] salt = bundle.path("salt").isTextual() ? bytes(bundle.path("salt")) : null;
        byte @Nullable [] previous = null;
        long last = -1;
        int erased = 0;
        for (var one : bundle.path("events")) {
            long entry = one.path("entry").asLong();
            var event = event(number, one);
            byte[] words = bytes(one.path("words"));
            if (salt == null && event.isErased()) {
                erased++;
            } else if (salt == null || !Arrays.equals(event.words(salt), words)) {
                fault("audit.bundle.metin", entry);
            }
            byte[] leaf = new LogEntry(bundle.path("log").asInt(), entry, event, words, previous).hash();
            if (entry <= last || !Arrays.equals(leaf, bytes(one.path("leaf")))) {
                fault("audit.bundle.sira", entry);
            }
            if (head != null && !MerkleTree.includes(leaf, entry, head.size(), path(one), head.root())) {
                fault("audit.bundle.defterde-yok", entry);
            }
            previous = leaf;
            last = entry;
        }
        if (last < 0) {
            faults.add(Texts.of("audit.bundle.bos"));
        }
        return new Result(
                number,
                bundle.path("events").size(),
                erased,
                head,
                head != null && trusted.containsKey(head.keyId()),
                List.copyOf(faults));
    }

    private void fault(String text, long entry) {
        if (faults.size() < MOST) {
            faults.add(Texts.of(text, entry));
        }
    }

    private @Nullable LogHead head() {
        var head = bundle.path("head");
        return head.isObject()
                ? new LogHead(
                        bundle.path("log").asInt(),
                        head.path("size").asLong(),
                        bytes(head.path("root")),
                        Instant.parse(head.path("signedAt").asText()),
                        head.path("keyId").asText(),
                        Base64.getDecoder().decode(head.path("signature").asText()))
                : null;
    }

    /**
     * If trusted keys were given, only those are accepted; otherwise the bundle's own, which must match its stated id.
     */
    private @Nullable PublicKey key(@Nullable LogHead head) {
        if (head == null) {
            return null;
        }
        if (!trusted.isEmpty()) {
            return trusted.get(head.keyId());
        }
        var key = HeadKeys.publicKey(
                Base64.getDecoder().decode(bundle.path("head").path("publicKey").asText()));
        return HeadKeys.id(key).equals(head.keyId()) ? key : null;
    }

    private static LogEntry.Event event(String number, JsonNode one) {
        return new LogEntry.Event(
                0,
                number,
                Instant.parse(one.path("at").asText()),
                one.path("actor").asText(),
                one.path("actorName").isTextual() ? one.path("actorName").asText() : null,
                one.path("action").asText(),
                one.path("detail").asText());
    }

    private static List<byte[]> path(JsonNode one) {
        var path = new ArrayList<byte[]>();
        one.path("path").forEach(hash -> path.add(bytes(hash)));
        return path;
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asText());
    }
}
