package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tr.muhatap.audit.Receipts.State;

/** What a receipt proves while the log grows and while somebody manipulates it. */
class ReceiptsIT {

    private static final String KEY =
            Base64.getEncoder().encodeToString(HeadKeys.made().getPrivate().getEncoded());
    private static final Instant LATER = Instant.parse("2026-06-01T09:01:00Z");
    private static final String ALINDI = "{\"channel\":\"ALO_153\",\"lastDay\":\"2026-06-11\"}";

    @TempDir
    Path anchors;

    private record Desk(HistoryDatabase.Opened database, Receipts receipts) {

        String receipt(String number) {
            return receipts.of(number).orElseThrow().code();
        }

        State state(String typed) {
            return receipts.check(typed).state();
        }

        void spoil(String sql) {
            assertThat(database.jdbc().sql(sql).update()).as(sql).isPositive();
        }
    }

    private static Desk desk(HistoryDatabase.Opened database, String key) {
        return new Desk(
                database,
                new Receipts(
                        database.jdbc(),
                        new SigningKey(new AuditSettings(key, List.of(), "", 0), database.jdbc()),
                        new LogTree(database.jdbc()),
                        new ObjectMapper(),
                        "https://basvuru.ornek.bel.tr"));
    }

    private Desk opened(HistoryDatabase kind) {
        var desk = desk(kind.opened(), KEY);
        for (int each = 1; each <= 3; each++) {
            desk.database().happens("2026-00000" + each, "Alindi", ALINDI);
            desk.database().happens("2026-00000" + each, "SevkEdildi", "{}");
        }
        return desk;
    }

    private void sign(Desk desk) {
        desk.database().sign(KEY, anchors, LATER);
    }

    @ParameterizedTest
    @EnumSource
    void itIsProvedOnceAHeadCoversIt(HistoryDatabase kind) {
        var desk = opened(kind);
        desk.spoil("update olay set actor = 'sistem' where id = 3");
        var receipt = desk.receipts().of("2026-000002").orElseThrow();

        assertThat(receipt.lastDay()).isEqualTo(LocalDate.of(2026, 6, 11));
        assertThat(receipt.qr()).isEqualTo(receipt.address()).hasSizeLessThanOrEqualTo(200);
        assertThat(desk.state(receipt.code())).isEqualTo(State.BEKLIYOR);
        desk.database().node().sweep();
        assertThat(desk.state(receipt.code())).as("in the log, not signed").isEqualTo(State.BEKLIYOR);
        sign(desk);

        assertThat(desk.receipt("2026-000002")).isEqualTo(receipt.code());
        assertThat(desk.state(" " + receipt.address() + "\n")).isEqualTo(State.KANITLANDI);
        var found = desk.receipts().check(receipt.code());
        assertThat(found.number()).isEqualTo("2026-000002");
        assertThat(found.registeredAt()).isEqualTo("2026-06-01T09:00:00.123456Z");
        assertThat(found.lastDay()).isEqualTo(LocalDate.of(2026, 6, 11));
        computedElsewhere(Objects.requireNonNull(found.proof()));
        assertThat(desk.receipts().check(desk.receipt("2026-000001")).proof())
                .as("of an entry that names a clerk")
                .satisfies(proof -> assertThat(proof.leaf()).isNull());
    }

    /** Verifies using only the proof itself. */
    private static void computedElsewhere(Receipts.Proof proof) {
        assertThat(proof).isNotNull();
        var hex = HexFormat.of();
        byte[] leaf = MerkleTree.leaf(String.valueOf(proof.leaf()).getBytes(StandardCharsets.UTF_8));
        assertThat(hex.formatHex(leaf)).isEqualTo(proof.leafHash());
        assertThat(proof.leaf()).contains("2026-000002").doesNotContain("masa", "Ayşe", "detail");
        assertThat(MerkleTree.includes(
                        leaf,
                        proof.entry(),
                        proof.size(),
                        proof.path().stream().map(hex::parseHex).toList(),
                        hex.parseHex(proof.root())))
                .isTrue();
        var head = new LogHead(
                proof.log(),
                proof.size(),
                hex.parseHex(proof.root()),
                proof.signedAt(),
                proof.keyId(),
                Base64.getDecoder().decode(proof.signature()));
        assertThat(head.isSignedBy(HeadKeys.publicKey(Base64.getDecoder().decode(proof.publicKey()))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatWasChangedBehindItIsFoundOut(HistoryDatabase kind) {
        for (var spoiled : new String[] {
            "update olay set detail = '{\"channel\":\"ALO_153\",\"lastDay\":\"2026-06-12\"}' where id = 3",
            "update olay set at = timestamp with time zone '2026-06-02 09:00:00+00' where id = 3",
            "update olay set number = '2026-000009' where id = 3",
            "update olay set actor_name = 'Başkası' where id = 3",
            "update olay set actor_name = null, detail = '{}' where id = 3",
            "delete from olay where id = 3",
            "delete from olay_tuzu where number = '2026-000002'",
            "update kayit_zinciri set detay = yaprak where olay = 3",
            "update kayit_zinciri set yaprak = detay where olay = 3",
            "update kayit_zinciri set yaprak = detay where olay = 5",
            "update kayit_zinciri set number = '2026-000009' where olay = 3",
            "update zincir_basi set kok = tepeler",
            "update zincir_basi set zaman = timestamp with time zone '2026-06-02 09:00:00+00'",
            "delete from kayit_zinciri where olay = 3"
        }) {
            var desk = opened(kind);
            sign(desk);
            String receipt = desk.receipt("2026-000002");
            assertThat(desk.state(receipt)).isEqualTo(State.KANITLANDI);
            desk.spoil(spoiled);

            assertThat(desk.state(receipt)).as(spoiled).isNotIn(State.KANITLANDI, State.OKUNAMADI);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoReceiptOfOursProvesNothing(HistoryDatabase kind) {
        var desk = opened(kind);
        var stranger = desk(HistoryDatabase.H2.opened(), "");
        stranger.database().happens("2026-000002", "Alindi", ALINDI);
        sign(desk);
        String own = desk.receipt("2026-000002");
        String other = desk.receipt("2026-000001");

        assertThat(desk.state(stranger.receipt("2026-000002"))).isEqualTo(State.BASKA_ANAHTAR);
        assertThat(desk.state(own.substring(0, 120))).isEqualTo(State.OKUNAMADI);
        // The facts of one receipt with the signature of another
        assertThat(desk.state(own.substring(0, 64) + other.substring(64))).isEqualTo(State.IMZA_GECERSIZ);
        assertThat(desk.state("AfAAAAC" + own.substring(7))).isNotEqualTo(State.KANITLANDI);
        assertThat(desk.receipts().check(own).number()).isEqualTo("2026-000002");
        assertThat(desk.receipts().check(other).number()).isEqualTo("2026-000001");
        desk.database()
                .jdbc()
                .sql("delete from olay where number = '2026-000002'")
                .update();
        desk.database()
                .jdbc()
                .sql("delete from kayit_zinciri where number = '2026-000002'")
                .update();
        assertThat(desk.state(own)).isEqualTo(State.KAYIT_YOK);
    }

    /** Signed with a former key, whose public part is kept. */
    @ParameterizedTest
    @EnumSource
    void itHoldsAfterTheKeyWasChangedAndTheLogBegunAnew(HistoryDatabase kind) {
        var desk = opened(kind);
        String receipt = desk.receipt("2026-000001");
        sign(desk);
        var later = desk(desk.database(), "");

        assertThat(later.state(receipt)).isEqualTo(State.KANITLANDI);
        desk.database().transactions().executeWithoutResult(transaction -> {
            desk.database().node().startNew();
            desk.database().jdbc().sql("delete from olay").update();
        });
        assertThat(later.state(receipt)).isEqualTo(State.KANITLANDI);
        assertThat(later.receipts().of("2026-000001")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void erasureOfTheWordsKeepsIt(HistoryDatabase kind) {
        var desk = opened(kind);
        sign(desk);
        String receipt = desk.receipt("2026-000003");
        desk.spoil("update olay set detail = '{}', actor_name = null where number = '2026-000003'");
        desk.spoil("update olay_tuzu set tuz = null where number = '2026-000003'");

        var found = desk.receipts().check(receipt);

        assertThat(found.state()).isEqualTo(State.KANITLANDI);
        assertThat(found.proof()).extracting(Receipts.Proof::erased).isEqualTo(true);
        assertThat(desk.receipts().of("2026-000003")).as("can be given again").isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void proofsOfALongLogHold(HistoryDatabase kind) {
        var database = kind.opened();
        for (int each = 0; each < 700; each++) {
            database.happens("2026-%06d".formatted(each), "Alindi", ALINDI);
        }
        var desk = desk(database, KEY);
        sign(desk);
        for (int each = 0; each < 300; each++) {
            database.happens("2026-%06d".formatted(each), "SevkEdildi", "{}");
        }
        sign(desk);

        for (int each : new int[] {0, 254, 255, 256, 511, 512, 600, 699}) {
            assertThat(desk.state(desk.receipt("2026-%06d".formatted(each))))
                    .as("" + each)
                    .isEqualTo(State.KANITLANDI);
        }
    }
}
