package tr.muhatap.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.text.Texts;

/**
 * The receipt that an applicant takes along: a signed promise that the application is registered, and later the
 * inclusion proof of its log entry. Anyone who has a receipt may verify it; it contains no personal data, and the
 * result reveals nothing beyond it.
 */
@Component
public class Receipts {

    /** Path of the page that verifies receipts. */
    public static final String PAGE = "/makbuz";

    private static final String PARAMETER = "?m=";

    /** Maximum length of the QR code's content. */
    private static final int LONGEST = 200;

    /** Finds a promise in user input: by itself, or at the end of the page's address. */
    private static final Pattern TYPED = Pattern.compile("(?:.*[?&]m=)?([A-Za-z0-9_-]+)");

    private static final String REGISTRATION = "select id, number, at, actor, actor_name, action, detail from olay "
            + "where number = :number and action in ('Alindi', 'YerindeBilgiVerildi') order by id fetch first 1 row only";

    private static final Set<String> NOBODY = Set.of(CurrentUser.SYSTEM, CurrentUser.CITIZEN);

    private final JdbcClient jdbc;
    private final SigningKey key;
    private final LogTree tree;
    private final EventRows rows;
    private final String baseUrl;
    private final SecureRandom random = new SecureRandom();

    Receipts(
            JdbcClient jdbc,
            SigningKey key,
            LogTree tree,
            ObjectMapper json,
            @Value("${muhatap.notification.base-url:http://localhost:8080}") String baseUrl) {
        this.jdbc = jdbc;
        this.key = key;
        this.tree = tree;
        this.rows = new EventRows(json);
        this.baseUrl = baseUrl;
    }

    /**
     * A receipt.
     *
     * @param lastDay of the limit at registration; null if the application was answered on the spot
     * @param code the encoded promise
     * @param address of the page that verifies it
     * @param qr content of its QR code, at most 200 bytes: the address, or the promise alone if that is too long
     */
    public record Receipt(
            String number, Instant registeredAt, @Nullable LocalDate lastDay, String code, String address, String qr) {}

    /** Result of a verification. */
    public enum State {
        /** Registered as stated, and the record is unchanged since. */
        KANITLANDI,
        /** Validly signed; no signed head covers the entry yet. */
        BEKLIYOR,
        /** Not a receipt at all. */
        OKUNAMADI,
        /** Names our key, but the signature does not match. */
        IMZA_GECERSIZ,
        /** Signed with an unknown key. */
        BASKA_ANAHTAR,
        /** Validly signed, but the register has no such application. */
        KAYIT_YOK,
        /** Validly signed, but the record or the log differs now. */
        DEGISTIRILMIS;

        /** The result as a sentence for users. */
        public String sentence() {
            return Texts.of("audit.receipts." + name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Result of a verification; facts are present only if the signature is valid.
     *
     * @param proof null unless the state is {@link State#KANITLANDI}
     */
    public record Check(
            State state,
            @Nullable String number,
            @Nullable Instant registeredAt,
            @Nullable LocalDate lastDay,
            @Nullable Proof proof) {}

    /**
     * The inclusion proof, for independent verification.
     *
     * @param leaf canonical JSON (RFC 8785) of the entry; null if it contains the name of a member of staff
     * @param leafHash SHA-256 of a zero byte and the leaf (RFC 6962)
     * @param path sibling hashes from leaf to root
     * @param publicKey Ed25519, X.509 in Base64; which keys are trusted has to be known from elsewhere
     * @param erased whether the texts of the record have been erased since, so that only the hash is left
     */
    public record Proof(
            int log,
            long entry,
            @Nullable String leaf,
            String leafHash,
            List<String> path,
            long size,
            String root,
            Instant signedAt,
            String keyId,
            String signature,
            String publicKey,
            boolean erased) {}

    /**
     * The receipt of an application; empty if its registration is not in the history. Must not be called in a
     * transaction.
     */
    public Optional<Receipt> of(String number) {
        return jdbc.sql(REGISTRATION).param("number", number).query(Receipts::event).optional().stream()
                .flatMap(event -> promise(event).stream())
                .map(promise -> {
                    String code = promise.written();
                    String address = baseUrl + PAGE + PARAMETER + code;
                    return new Receipt(
                            number,
                            promise.registeredAt(),
                            promise.lastDay(),
                            code,
                            address,
                            address.length() <= LONGEST ? address : code);
                })
                .findFirst();
    }

    private Optional<ReceiptPromise> promise(LogEntry.Event event) {
        return words(event).map(words -> {
            key.publishAlone();
            return ReceiptPromise.signed(event.number(), event.at(), lastDay(event), words, key.pair());
        });
    }

    /** The salted hash that the log has or will have; empty if the texts were erased before sealing. */
    private Optional<byte[]> words(LogEntry.Event event) {
        var sealed = jdbc.sql("select detay from kayit_zinciri where kaynak = 0 and olay = :id")
                .param("id", event.id())
                .query((row, index) -> row.getBytes(1))
                .optional();
        return sealed.isPresent() ? sealed : salt(event.number()).map(event::words);
    }

    /** The salt, created if missing, as the sequencer does some seconds later. */
    private Optional<byte[]> salt(String number) {
        var known = known(number);
        if (known.isPresent()) {
            return known.get().value();
        }
        var made = new byte[LogEntry.SALT_BYTES];
        random.nextBytes(made);
        try {
            jdbc.sql("insert into olay_tuzu (number, tuz) values (:number, :salt)")
                    .param("number", number)
                    .param("salt", made)
                    .update();
            return Optional.of(made);
        } catch (DuplicateKeyException madeMeanwhile) {
            return known(number).flatMap(Salt::value);
        }
    }

    /** @param bytes null if it was erased with the texts */
    private record Salt(byte @Nullable [] bytes) {
        Optional<byte[]> value() {
            return Optional.ofNullable(bytes);
        }
    }

    private Optional<Salt> known(String number) {
        return jdbc.sql("select tuz from olay_tuzu where number = :number")
                .param("number", number)
                .query((row, index) -> new Salt(row.getBytes(1)))
                .optional();
    }

    private @Nullable LocalDate lastDay(LogEntry.Event event) {
        var day = rows.read(event.detail()).get("lastDay");
        return day == null ? null : LocalDate.parse(day.toString());
    }

    /** @param typed a promise, or the address in a QR code */
    public Check check(String typed) {
        var words = TYPED.matcher(typed.replaceAll("\\s+", ""));
        var promise = words.matches() ? ReceiptPromise.read(words.group(1)) : Optional.<ReceiptPromise>empty();
        return promise.map(this::check).orElseGet(() -> new Check(State.OKUNAMADI, null, null, null, null));
    }

    private Check check(ReceiptPromise promise) {
        var named =
                LogReader.keys(jdbc).values().stream().filter(promise::names).toList();
        if (named.stream().noneMatch(promise::isSignedBy)) {
            return new Check(named.isEmpty() ? State.BASKA_ANAHTAR : State.IMZA_GECERSIZ, null, null, null, null);
        }
        var stored = stored(promise);
        Check found = stored.isPresent() ? proved(promise, stored.get()) : notSealed(promise);
        if (found.state() == State.DEGISTIRILMIS && stored.isPresent()) {
            tree.forget();
            found = proved(promise, stored.get());
        }
        return found;
    }

    private record Sealed(
            int log, long entry, byte[] leaf, LogEntry.@Nullable Event event, byte @Nullable [] previous) {}

    private Optional<Sealed> stored(ReceiptPromise promise) {
        return jdbc.sql(
                        "select k.defter, k.sira, k.yaprak, o.id, o.number, o.at, o.actor, o.actor_name, o.action, o.detail, "
                                + "(select p.yaprak from kayit_zinciri p where p.defter = k.defter and p.number = k.number "
                                + "and p.sira = (select max(q.sira) from kayit_zinciri q where q.defter = k.defter "
                                + "and q.number = k.number and q.sira < k.sira)) as before_it "
                                + "from kayit_zinciri k left join olay o on o.id = k.olay and k.kaynak = 0 "
                                + "where k.number = :number and k.detay = :words order by k.defter desc, k.sira "
                                + "fetch first 1 row only")
                .param("number", promise.number())
                .param("words", promise.words())
                .query((row, index) -> new Sealed(
                        row.getInt("defter"),
                        row.getLong("sira"),
                        row.getBytes("yaprak"),
                        row.getString("number") == null ? null : event(row, index),
                        row.getBytes("before_it")))
                .optional();
    }

    /** The entry is not in the log: it follows within seconds, or the record is another one. */
    private Check notSealed(ReceiptPromise promise) {
        var event = jdbc.sql(REGISTRATION)
                .param("number", promise.number())
                .query(Receipts::event)
                .optional();
        if (event.isEmpty()) {
            return facts(promise, State.KAYIT_YOK, null);
        }
        boolean same = known(promise.number())
                .flatMap(Salt::value)
                .filter(salt -> Arrays.equals(event.get().words(salt), promise.words()))
                .isPresent();
        boolean sealed = jdbc.sql("select count(*) from kayit_zinciri where kaynak = 0 and olay = :id")
                        .param("id", event.get().id())
                        .query(Long.class)
                        .single()
                > 0;
        return facts(promise, same && !sealed ? State.BEKLIYOR : State.DEGISTIRILMIS, null);
    }

    private Check proved(ReceiptPromise promise, Sealed sealed) {
        var event = sealed.event();
        boolean erased = event == null || isErased(event);
        String content = null;
        if (event == null) {
            // Of a log before a reset only the hashes are left; of the current one the event is gone
            if (sealed.log() == currentLog()) {
                return facts(promise, State.DEGISTIRILMIS, null);
            }
        } else {
            boolean says = erased || says(promise, event);
            var entry = new LogEntry(sealed.log(), sealed.entry(), event, promise.words(), sealed.previous());
            if (!says || !Arrays.equals(entry.hash(), sealed.leaf())) {
                return facts(promise, State.DEGISTIRILMIS, null);
            }
            content = NOBODY.contains(event.actor()) ? entry.content() : null;
        }
        var head = LogReader.heads(
                jdbc,
                "where defter = " + sealed.log() + " and boy > " + sealed.entry()
                        + " order by boy fetch first 1 row only");
        if (head.isEmpty()) {
            return facts(promise, State.BEKLIYOR, null);
        }
        return covered(promise, sealed, head.get(0), content, erased);
    }

    /** Whether texts and salt were erased; a missing salt alone is no erasure. */
    private boolean isErased(LogEntry.Event event) {
        return event.isErased()
                && known(event.number()).filter(salt -> salt.value().isEmpty()).isPresent();
    }

    private boolean says(ReceiptPromise promise, LogEntry.Event event) {
        return event.at().equals(promise.registeredAt())
                && known(promise.number())
                        .flatMap(Salt::value)
                        .filter(salt -> Arrays.equals(event.words(salt), promise.words()))
                        .isPresent();
    }

    private Check covered(
            ReceiptPromise promise, Sealed sealed, LogHead head, @Nullable String content, boolean erased) {
        PublicKey signer = LogReader.keys(jdbc).get(head.keyId());
        var path = tree.inclusion(sealed.log(), sealed.entry(), head.size());
        if (signer == null
                || !head.isSignedBy(signer)
                || !MerkleTree.includes(sealed.leaf(), sealed.entry(), head.size(), path, head.root())) {
            return facts(promise, State.DEGISTIRILMIS, null);
        }
        var hex = HexFormat.of();
        var base64 = Base64.getEncoder();
        return facts(
                promise,
                State.KANITLANDI,
                new Proof(
                        sealed.log(),
                        sealed.entry(),
                        content,
                        hex.formatHex(sealed.leaf()),
                        path.stream().map(hex::formatHex).toList(),
                        head.size(),
                        hex.formatHex(head.root()),
                        head.signedAt(),
                        head.keyId(),
                        base64.encodeToString(head.signature()),
                        base64.encodeToString(signer.getEncoded()),
                        erased));
    }

    private int currentLog() {
        return jdbc.sql("select coalesce(max(defter), 0) from kayit_zinciri")
                .query(Integer.class)
                .single();
    }

    private static Check facts(ReceiptPromise promise, State state, @Nullable Proof proof) {
        return new Check(state, promise.number(), promise.registeredAt(), promise.lastDay(), proof);
    }

    private static LogEntry.Event event(ResultSet row, int index) throws SQLException {
        return LogEntry.Event.of(LogSource.OLAY, row);
    }
}
