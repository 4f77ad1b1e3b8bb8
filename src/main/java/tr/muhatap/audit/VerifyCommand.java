package tr.muhatap.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tr.muhatap.Command;

/** Verifies the log from outside: needs the database's rows and public keys, neither the running program nor its private key. */
@CommandLine.Command(name = "dogrula", description = "Kayıt zincirini çalışan programa güvenmeden doğrular.")
public final class VerifyCommand implements Command, Callable<Integer> {

    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Istanbul"));

    @Option(names = "--url", description = "Veri tabanının JDBC adresi", defaultValue = "${env:SPRING_DATASOURCE_URL}")
    private @Nullable String url;

    @Option(names = "--kullanici", description = "Hesap adı", defaultValue = "${env:SPRING_DATASOURCE_USERNAME}")
    private @Nullable String user;

    @Option(names = "--parola", description = "Parolası", defaultValue = "${env:SPRING_DATASOURCE_PASSWORD}")
    private @Nullable String password;

    @Option(names = "--baslar", description = "Dışarıya alınmış başların klasörü")
    private @Nullable Path anchors;

    @Option(
            names = "--anahtar",
            description = "Güvenilen açık anahtar dosyası (Base64 ya da PEM); verilmezse veri tabanındakilere inanılır")
    private List<Path> trusted = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public String name() {
        return "dogrula";
    }

    @Override
    public int run(String... arguments) {
        return new CommandLine(this).execute(arguments);
    }

    @Override
    public Integer call() {
        String address = url;
        if (address == null || address.isBlank()) {
            say("Veri tabanının adresi yok: --url jdbc:postgresql://…");
            return UNUSABLE;
        }
        try {
            if (anchors != null && !Files.isDirectory(anchors)) {
                say("Başların klasörü yok: " + anchors);
                return UNUSABLE;
            }
            var outside = LogReader.anchors(anchors);
            var database = new DriverManagerDataSource(address);
            database.setUsername(user);
            database.setPassword(password);
            return tell(LogReader.verify(database, outside, keys()), outside.size());
        } catch (IOException | IllegalArgumentException | DataAccessException | TransactionException failed) {
            say("Doğrulanamadı: " + failed.getMessage());
            return UNUSABLE;
        }
    }

    private Map<String, PublicKey> keys() throws IOException {
        var keys = new HashMap<String, PublicKey>();
        for (var file : trusted) {
            String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            var key = HeadKeys.publicKey(Base64.getMimeDecoder().decode(text));
            keys.put(HeadKeys.id(key), key);
        }
        return keys;
    }

    private int tell(LogVerification.Report report, int outside) {
        say("Okunan kayıt %d · metni silinmiş %d · geçerli imzalı baş %d · dışarıdaki baş %d"
                .formatted(report.checked(), report.erased(), report.heads(), outside));
        if (report.logs() > 1) {
            say("Defter %d: tanıtım %d kez sıfırlandı; önceki defterlerin yalnız özetleri durur."
                    .formatted(report.logs(), report.logs() - 1));
        }
        var head = report.head();
        if (head == null) {
            say("İmzalı baş yok.");
        } else {
            say("Son baş: boy %d · kök %s · %s · anahtar %s"
                    .formatted(
                            head.size(), HexFormat.of().formatHex(head.root()), time(head.signedAt()), head.keyId()));
        }
        if (report.isWhole()) {
            say("Zincir bütün: hiçbir kayıt değiştirilmemiş, silinmemiş, araya eklenmemiş ya da yer değiştirmemiş.");
            return 0;
        }
        say("ZİNCİR BOZUK. İlk bozuk kayıt önce:");
        for (var one : report.broken()) {
            var covering = report.covering(one);
            say("  Defter %d kayıt %d%s: %s%s"
                    .formatted(
                            one.log(),
                            one.entry(),
                            one.number() == null ? "" : " · başvuru " + one.number(),
                            one.what().label(),
                            covering == null
                                    ? " · imzalı baş kapsamıyor"
                                    : " · kapsayan ilk baş: boy %d, %s"
                                            .formatted(covering.size(), time(covering.signedAt()))));
        }
        return BROKEN;
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private void say(String line) {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
