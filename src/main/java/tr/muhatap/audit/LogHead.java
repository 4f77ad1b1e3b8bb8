package tr.muhatap.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** A signed state of the log: its size and the root hash over all entries. */
record LogHead(int log, long size, byte[] root, Instant signedAt, String keyId, byte[] signature) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static LogHead signed(int log, MerkleTree.Growing tree, Instant at, KeyPair key) {
        var time = at.truncatedTo(ChronoUnit.MICROS);
        var keyId = HeadKeys.id(key.getPublic());
        var root = tree.root();
        return new LogHead(
                log,
                tree.size(),
                root,
                time,
                keyId,
                HeadKeys.sign(key.getPrivate(), words(log, tree.size(), root, time)));
    }

    private static byte[] words(int log, long size, byte[] root, Instant at) {
        return LogEntry.canonical(
                Map.of("log", log, "root", HexFormat.of().formatHex(root), "signedAt", at.toString(), "size", size));
    }

    boolean isSignedBy(PublicKey key) {
        return HeadKeys.isSigned(key, words(log, size, root, signedAt), signature);
    }

    /** What a time stamp of this head covers: its content and its signature. */
    byte[] stampedDigest() {
        var digest = MerkleTree.digest();
        digest.update(words(log, size, root, signedAt));
        return digest.digest(signature);
    }

    String fileName() {
        return fileName(log, size, "json");
    }

    /** Name of the file of a head's stamp. */
    static String stampName(int log, long size) {
        return fileName(log, size, "tsr");
    }

    private static String fileName(int log, long size, String ending) {
        return "bas-%d-%012d.%s".formatted(log, size, ending);
    }

    /** The head with its public key in one file; whether the key is trusted has to be known from elsewhere. */
    String file(PublicKey key) {
        return new String(
                LogEntry.canonical(Map.of(
                        "key", Base64.getEncoder().encodeToString(key.getEncoded()),
                        "keyId", keyId,
                        "log", log,
                        "root", HexFormat.of().formatHex(root),
                        "signature", Base64.getEncoder().encodeToString(signature),
                        "signedAt", signedAt.toString(),
                        "size", size)),
                StandardCharsets.UTF_8);
    }

    /** Parses an anchored head; unreadable content becomes a head without a valid signature. */
    static LogHead read(String file) {
        try {
            var json = JSON.readTree(file);
            return new LogHead(
                    json.path("log").asInt(),
                    json.path("size").asLong(),
                    HexFormat.of().parseHex(json.path("root").asText()),
                    Instant.parse(json.path("signedAt").asText()),
                    json.path("keyId").asText(),
                    Base64.getDecoder().decode(json.path("signature").asText()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException unreadable) {
            return new LogHead(0, 0, new byte[0], Instant.EPOCH, "", new byte[0]);
        }
    }
}
