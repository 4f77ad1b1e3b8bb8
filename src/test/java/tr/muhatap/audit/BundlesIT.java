package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** One application's events and proofs as a file: it verifies elsewhere, and whatever is changed in it is found. */
class BundlesIT {

    private static final KeyPair PAIR = HeadKeys.made();
    private static final String KEY =
            Base64.getEncoder().encodeToString(PAIR.getPrivate().getEncoded());

    @TempDir
    Path folder;

    private HistoryDatabase.Opened office(HistoryDatabase kind) {
        var database = kind.opened();
        for (int each = 1; each <= 9; each++) {
            database.happens("2026-00000" + (each % 2 + 1), "SevkEdildi", "{\"unit\":\"park-" + each + "\"}");
        }
        database.sign(KEY, folder, Instant.parse("2026-06-01T09:01:00Z"));
        return database;
    }

    private static String bundle(HistoryDatabase.Opened database) {
        return new Bundles(database.jdbc(), new LogTree(database.jdbc())).of("2026-000002");
    }

    @ParameterizedTest
    @EnumSource
    void itVerifiesElsewhereAndByTheCommand(HistoryDatabase kind) throws Exception {
        var database = office(kind);
        String bundle = bundle(database);

        var found = BundleCheck.of(bundle, Map.of());

        assertThat(found.faults()).isEmpty();
        assertThat(found.events()).isEqualTo(5);
        assertThat(found.keyTrusted()).isFalse();
        var trusted = Map.of(HeadKeys.id(PAIR.getPublic()), PAIR.getPublic());
        assertThat(BundleCheck.of(bundle, trusted).keyTrusted()).isTrue();
        var other = HeadKeys.made().getPublic();
        assertThat(BundleCheck.of(bundle, Map.of(HeadKeys.id(other), other)).isWhole())
                .as("signed by a key that nobody brought along")
                .isFalse();
        assertThat(told(bundle)).startsWith("0 ").contains("Paket bütün", "2026-000002", "olay 5");
        assertThat(told(bundle.replace("park-3", "fen-3"))).startsWith("1 ").contains("PAKET BOZUK", "Kayıt 3");
        assertThat(told("{}")).startsWith("2 ").contains("denetim paketi değil");
    }

    private String told(String bundle) throws Exception {
        var out = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "--paket",
                        Files.writeString(folder.resolve("paket.json"), bundle).toString());
        return code + " " + out;
    }

    @ParameterizedTest
    @CsvSource({
        "park-5,park-6",
        "SevkEdildi,Kapandi",
        "Ayşe Işık,Ayşe Isık",
        "masa,fen",
        "2026-06-01T09:00:00.123456Z,2026-06-01T09:00:00.123457Z",
        "2026-000002,2026-000001",
        "2026-06-01T09:01:00Z,2026-06-01T09:02:00Z",
        "\"size\" : 10,\"size\" : 9",
        "\"log\" : 1,\"log\" : 2",
        "\"entry\" : 5,\"entry\" : 6"
    })
    void whateverIsChangedInItIsFound(String before, String after) {
        String bundle = bundle(office(HistoryDatabase.H2));

        assertThat(bundle).contains(before);
        assertThat(BundleCheck.of(bundle.replace(before, after), Map.of()).isWhole())
                .isFalse();
    }

    @Test
    void anEventThatIsLeftOutIsMissed() throws Exception {
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        String bundle = bundle(office(HistoryDatabase.H2));
        for (int left = 0; left < 4; left++) {
            var changed = json.readTree(bundle);
            ((com.fasterxml.jackson.databind.node.ArrayNode) changed.get("events")).remove(left);

            assertThat(BundleCheck.of(changed.toString(), Map.of()).isWhole())
                    .as("without event %d", left)
                    .isFalse();
        }
    }

    @Test
    void erasedWordsVerifyByTheirHash() {
        var database = office(HistoryDatabase.H2);
        database.jdbc()
                .sql("update olay set detail = '{}', actor_name = null where number = '2026-000002'")
                .update();
        assertThat(BundleCheck.of(bundle(database), Map.of()).isWhole()).isFalse();
        database.jdbc()
                .sql("update olay_tuzu set tuz = null where number = '2026-000002'")
                .update();

        var found = BundleCheck.of(bundle(database), Map.of());

        assertThat(found.faults()).isEmpty();
        assertThat(found.erased()).isEqualTo(5);
    }

    @Test
    void whatNoHeadCoversIsNotProved() {
        var database = HistoryDatabase.H2.opened();
        database.happens("2026-000002", "SevkEdildi", "{}");

        assertThat(BundleCheck.of(bundle(database), Map.of()).faults()).hasSize(2);
        assertThatThrownBy(() -> BundleCheck.of("[", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
