package tr.muhatap.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tr.muhatap.Command;
import tr.muhatap.text.Texts;

/**
 * Verifies the log from outside: requires the database's rows and public keys only, neither the running program nor its
 * private key.
 */
@CommandLine.Command(
        name = "dogrula",
        resourceBundle = "metinler.audit",
        description = "${bundle:audit.verify-command.kayit-zincirini-calisan-programa-guvenmeden}")
public final class VerifyCommand implements Command {

    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Istanbul"));

    @Option(
            names = "--url",
            description = "${bundle:audit.verify-command.veri-tabaninin-jdbc-adresi}",
            defaultValue = "${env:SPRING_DATASOURCE_URL}")
    private @Nullable String url;

    @Option(
            names = "--kullanici",
            description = "${bundle:audit.verify-command.hesap-adi}",
            defaultValue = "${env:SPRING_DATASOURCE_USERNAME}")
    private @Nullable String user;

    @Option(
            names = "--parola",
            description = "${bundle:audit.verify-command.parolasi}",
            defaultValue = "${env:SPRING_DATASOURCE_PASSWORD}")
    private @Nullable String password;

    @Option(names = "--baslar", description = "${bundle:audit.verify-command.disariya-alinmis-baslarin-klasoru}")
    private @Nullable Path anchors;

    @Option(names = "--anahtar", description = "${bundle:audit.verify-command.guvenilen-acik-anahtar-dosyasi-base64}")
    private List<Path> trusted = List.of();

    @Option(names = "--paket", description = "${bundle:audit.verify-command.bir-basvurunun-denetim-paketi}")
    private @Nullable Path bundle;

    @Option(names = "--damga-sertifikasi", description = "${bundle:audit.verify-command.damga-sertifikasi}")
    private List<Path> stampers = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return bundle == null ? database() : bundle(bundle);
    }

    private int bundle(Path file) {
        try {
            return tell(BundleCheck.of(Files.readString(file), keys()));
        } catch (IOException | IllegalArgumentException failed) {
            say(Texts.of("audit.verify-command.dogrulanamadi", failed.getMessage()));
            return UNUSABLE;
        }
    }

    private int tell(BundleCheck.Result result) {
        say(Texts.of("audit.verify-command.paketin-olaylari", result.number(), result.events(), result.erased()));
        var head = result.head();
        if (head != null) {
            say(Texts.of(
                    "audit.verify-command.paketin-basi",
                    head.size(),
                    HexFormat.of().formatHex(head.root()),
                    time(head.signedAt()),
                    head.keyId(),
                    Texts.of(
                            result.keyTrusted()
                                    ? "audit.verify-command.guvenilen-anahtar"
                                    : "audit.verify-command.paketin-kendi-anahtari")));
        }
        if (result.isWhole()) {
            say(Texts.of("audit.verify-command.paket-butun"));
            return 0;
        }
        say(Texts.of("audit.verify-command.paket-bozuk"));
        result.faults().forEach(fault -> say("  " + fault));
        return BROKEN;
    }

    private int database() {
        String address = url;
        if (address == null || address.isBlank()) {
            say(Texts.of("audit.verify-command.veri-tabaninin-adresi-yok-url"));
            return UNUSABLE;
        }
        try {
            if (anchors != null && !Files.isDirectory(anchors)) {
                say(Texts.of("audit.verify-command.baslarin-klasoru-yok", anchors));
                return UNUSABLE;
            }
            var outside = LogReader.anchors(anchors);
            var database = new DriverManagerDataSource(address);
            database.setUsername(user);
            database.setPassword(password);
            return tell(LogReader.verify(database, outside, keys(), null, certificates()), outside.size());
        } catch (IOException | IllegalArgumentException | DataAccessException | TransactionException failed) {
            say(Texts.of("audit.verify-command.dogrulanamadi", failed.getMessage()));
            return UNUSABLE;
        }
    }

    private List<X509Certificate> certificates() throws IOException {
        var certificates = new ArrayList<X509Certificate>();
        for (var file : stampers) {
            try (var bytes = Files.newInputStream(file)) {
                certificates.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(bytes));
            } catch (CertificateException unreadable) {
                throw new IllegalArgumentException(file + ": " + unreadable.getMessage(), unreadable);
            }
        }
        return certificates;
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
        say(Texts.of(
                "audit.verify-command.okunan-kayit-metni-silinmis-gecerli",
                report.checked(),
                report.erased(),
                report.heads(),
                outside));
        if (report.logs() > 1) {
            say(Texts.of(
                    "audit.verify-command.defter-tanitim-kez-sifirlandi-onceki", report.logs(), report.logs() - 1));
        }
        var head = report.head();
        if (head == null) {
            say(Texts.of("audit.verify-command.imzali-bas-yok"));
        } else {
            say(Texts.of(
                    "audit.verify-command.son-bas-boy-kok-anahtar",
                    head.size(),
                    HexFormat.of().formatHex(head.root()),
                    time(head.signedAt()),
                    head.keyId()));
        }
        var stamps = report.stamps();
        if (!stamps.isEmpty()) {
            var stamp = stamps.get(stamps.size() - 1);
            say(Texts.of(
                    "audit.verify-command.zaman-damgasi",
                    stamps.size(),
                    stamp.size(),
                    time(stamp.at()),
                    stamp.signer(),
                    report.covered(stamp)));
        }
        if (report.isWhole()) {
            say(Texts.of("audit.verify-command.zincir-butun-hicbir-kayit-degistirilmemis"));
            return 0;
        }
        say(Texts.of("audit.verify-command.zincir-bozuk-ilk-bozuk-kayit"));
        for (var one : report.broken()) {
            var covering = report.covering(one);
            say("  "
                    + Texts.of(
                            "audit.verify-command.defter-kayit",
                            one.log(),
                            one.entry(),
                            (one.subject() == null ? "" : Texts.of("audit.verify-command.konu", one.subject()))
                                    + (one.number() == null
                                            ? ""
                                            : Texts.of("audit.verify-command.basvuru", one.number())),
                            one.what().label(),
                            covering == null
                                    ? Texts.of("audit.verify-command.imzali-bas-kapsamiyor")
                                    : Texts.of(
                                            "audit.verify-command.kapsayan-ilk-bas",
                                            covering.size(),
                                            time(covering.signedAt())))
                    + stampOf(report, one));
        }
        return BROKEN;
    }

    private static String stampOf(LogVerification.Report report, LogVerification.Broken one) {
        var stamp = report.stampOf(one);
        return stamp == null ? "" : Texts.of("audit.verify-command.kapsayan-ilk-damga", stamp.size(), time(stamp.at()));
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
