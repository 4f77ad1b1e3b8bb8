package tr.muhatap.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Exports one application's events with their proofs, as a file that {@code dogrula --paket} verifies without the
 * program and its database. Only contains events of the current log that a signed head covers.
 */
@Component
public class Bundles {

    static final String FORMAT = "muhatap-denetim-paketi-1";

    private final JdbcClient jdbc;
    private final LogTree tree;
    private final ObjectMapper json = new ObjectMapper();

    Bundles(JdbcClient jdbc, LogTree tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    private record Sealed(long entry, byte[] words, byte[] leaf, LogEntry.Event event) {}

    /** @return JSON; without events if no head covers the application yet */
    public String of(String number) {
        int log = jdbc.sql("select coalesce(max(defter), 0) from kayit_zinciri")
                .query(Integer.class)
                .single();
        var head = LogReader.heads(jdbc, "where defter = " + log + " order by boy desc fetch first 1 row only").stream()
                .findFirst()
                .orElse(null);
        var bundle = json.createObjectNode();
        bundle.put("format", FORMAT);
        bundle.put("number", number);
        bundle.put("log", log);
        bundle.put("salt", salt(number));
        var events = bundle.putArray("events");
        if (head != null) {
            sealed(log, number, head.size()).forEach(one -> events.add(event(log, one, head)));
            bundle.set("head", head(head));
        }
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(bundle);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A bundle cannot be written", e);
        }
    }

    private ObjectNode event(int log, Sealed one, LogHead head) {
        var event = json.createObjectNode();
        event.put("entry", one.entry());
        event.put("at", one.event().at().toString());
        event.put("actor", one.event().actor());
        event.put("actorName", one.event().actorName());
        event.put("action", one.event().action());
        event.put("detail", one.event().detail());
        event.put("words", hex(one.words()));
        event.put("leaf", hex(one.leaf()));
        var path = event.putArray("path");
        tree.inclusion(log, one.entry(), head.size()).forEach(hash -> path.add(hex(hash)));
        return event;
    }

    private ObjectNode head(LogHead head) {
        var node = json.createObjectNode();
        node.put("size", head.size());
        node.put("root", hex(head.root()));
        node.put("signedAt", head.signedAt().toString());
        node.put("keyId", head.keyId());
        node.put("signature", Base64.getEncoder().encodeToString(head.signature()));
        var key = LogReader.keys(jdbc).get(head.keyId());
        node.put("publicKey", key == null ? null : Base64.getEncoder().encodeToString(key.getEncoded()));
        return node;
    }

    private @Nullable String salt(String number) {
        return jdbc.sql("select tuz from olay_tuzu where number = :number")
                .param("number", number)
                .query((row, index) -> row.getBytes(1))
                .optional()
                .map(Bundles::hex)
                .orElse(null);
    }

    private List<Sealed> sealed(int log, String number, long size) {
        return jdbc.sql(
                        "select k.sira, k.detay, k.yaprak, o.id, o.number, o.at, o.actor, o.actor_name, o.action, o.detail "
                                + "from kayit_zinciri k join olay o on o.id = k.olay and k.kaynak = 0 "
                                + "where k.defter = :log and k.number = :number and k.sira < :size order by k.sira")
                .param("log", log)
                .param("number", number)
                .param("size", size)
                .query((row, index) -> new Sealed(
                        row.getLong("sira"),
                        row.getBytes("detay"),
                        row.getBytes("yaprak"),
                        LogEntry.Event.of(LogSource.OLAY, row)))
                .list();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
