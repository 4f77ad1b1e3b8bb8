package tr.muhatap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A table belongs to one module, and only its SQL names it: other modules call its classes. */
class TableOwnersTest {

    private static final Path PROGRAM = Path.of("src/main/java/tr/muhatap");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");

    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            Map.entry("access", Set.of("guvenlik_olayi", "sign_in_failure")),
            Map.entry("attachment", Set.of("ek")),
            Map.entry(
                    "audit",
                    Set.of(
                            "kayit_tuzu",
                            "kayit_zinciri",
                            "kisisel_veri_goruntuleme",
                            "kurum_olayi",
                            "olay",
                            "olay_tuzu",
                            "zincir_anahtari",
                            "zincir_basi",
                            "zincir_capasi",
                            "zincir_damgasi")),
            Map.entry(
                    "basvuru",
                    Set.of(
                            "basvuru",
                            "basvuru_birim",
                            "cevap_turu",
                            "itiraz",
                            "kurum_gorusu",
                            "muracaat",
                            "teblig_bekleyen",
                            "ucret_kalemi",
                            "ucret_tarifesi",
                            "number_sequence")),
            Map.entry("calendar", Set.of("tatil", "tatil_degisiklik", "tatil_surum")),
            Map.entry("deputy", Set.of("gorev_sorusu", "vekalet")),
            Map.entry("denetim", Set.of("denetim_bulgusu", "denetim_orneklemi")),
            Map.entry("demo", Set.of("demo_clock")),
            Map.entry("door", Set.of("kapi_sayimi")),
            Map.entry("dosya", Set.of("basvuru_arama", "basvuru_notu")),
            Map.entry("form", Set.of("yarim_form", "yarim_form_anahtari")),
            Map.entry(
                    "intake",
                    Set.of(
                            "aktarim",
                            "aktarim_esleme",
                            "aktarim_kelime",
                            "aktarim_satir",
                            "cagri",
                            "dahili",
                            "gelen_posta",
                            "posta_kutusu")),
            Map.entry("inquiry", Set.of("soru", "soru_cevabi", "soru_istegi")),
            Map.entry("knowledge", Set.of("soru_cevap", "soru_cevap_sayimi")),
            Map.entry("letter", Set.of("yazi")),
            Map.entry("liste", Set.of("kayitli_arama", "liste_goruntuleme")),
            Map.entry("notification", Set.of("iletisim_teyit", "mesaj", "ozet_gonderim", "sms_gonderim")),
            Map.entry("organization", Set.of("birim", "birim_degisiklik", "birim_surum", "konu")),
            Map.entry("open311", Set.of("open311_anahtar", "open311_guncelleme")),
            Map.entry("operation", Set.of("karsilastirma", "karsilastirma_bulgu")),
            Map.entry("privacy", Set.of("aydinlatma_metni")),
            Map.entry("reporting", Set.of("acik_veri_ay", "rapor_tur")),
            Map.entry("retention", Set.of("saklama_onerisi", "saklama_satiri")),
            Map.entry("subject", Set.of("veri_gosterme", "veri_sahibi_raporu")),
            Map.entry("routing", Set.of("birim_onerisi_isabeti", "birim_onerisi_modeli")),
            Map.entry("rules", Set.of("kural_taslagi", "kural_yayini")),
            Map.entry("takip", Set.of("gosterilecek_kod", "memnuniyet", "takip_anahtari")),
            Map.entry("template", Set.of("cevap_sablonu")),
            Map.entry("webhook", Set.of("bildirim", "bildirim_adresi")));

    /** Spring's own tables, and one of row locks for nodes. */
    private static final Set<String> SHARED = Set.of("node_lock", "spring_session", "spring_session_attributes");

    /** Lists and counts of records are single statements in the modules that display them. */
    private static final Map<String, Set<String>> READ_BY_OTHERS = Map.of(
            "dosya", Set.of("basvuru", "basvuru_birim", "itiraz", "kurum_gorusu", "muracaat", "rapor_tur"),
            "reporting", Set.of("basvuru", "itiraz", "memnuniyet", "muracaat"));

    /** The engine's tables are read by the engine's modules, its identity tables by access. */
    private static final Map<String, String> ENGINE_TABLES = Map.of("act_id_", "access");

    private static final Set<String> OF_THE_ENGINE = Set.of("engine", "process");

    /** Exceptions with their reasons. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "process/EngineReconciliation",
                    "compares records with processes in one statement, so that it sees one moment",
            "process/BoardReconciliation", "the same of the Board's clocks",
            "takip/EarlierTrackingCodes", "takes old codes out of all texts in one transaction, once, after an upgrade",
            "demo/DemoClock", "wakes the jobs of a clock that was moved; not in the production artefact",
            "demo/DemoReset", "empties the whole database; not in the production artefact");

    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");
    private static final Pattern READING = Pattern.compile("\\b(?:from|join)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITING =
            Pattern.compile("\\b(?:insert into|update|delete from|truncate)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREATED =
            Pattern.compile("create table (?:if not exists )?(\\w+)", Pattern.CASE_INSENSITIVE);

    @Test
    void everyTableHasAnOwner() throws IOException {
        var created = new HashSet<String>();
        for (var file : files(MIGRATIONS, ".sql")) {
            created.addAll(names(CREATED, Files.readString(file)));
        }
        var owned = TABLES.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        owned.addAll(SHARED);
        assertThat(created).hasSizeGreaterThan(25).isSubsetOf(owned);
    }

    @Test
    void onlyItsOwnersSqlNamesATable() throws IOException {
        var foreign = new ArrayList<String>();
        int seen = 0;
        for (var file : files(PROGRAM, ".java")) {
            var place = PROGRAM.relativize(file);
            String module = place.getName(0).toString();
            String sql = literals(Files.readString(file));
            if (EXCEPTIONS.containsKey(place.toString().replace(".java", "").replace('\\', '/'))) {
                continue;
            }
            for (var table : names(WRITING, sql)) {
                seen += isTable(table) ? 1 : 0;
                if (isTable(table) && !owns(module, table)) {
                    foreign.add(place + " writes " + table);
                }
            }
            for (var table : names(READING, sql)) {
                seen += isTable(table) ? 1 : 0;
                if (isTable(table) && !owns(module, table) && !reads(module, table)) {
                    foreign.add(place + " reads " + table);
                }
            }
        }
        assertThat(seen).isGreaterThan(60);
        assertThat(foreign).isEmpty();
    }

    @Test
    void noExceptionOutlivesItsReason() throws IOException {
        for (var place : EXCEPTIONS.keySet()) {
            String module = place.substring(0, place.indexOf('/'));
            String source = Files.readString(PROGRAM.resolve(place + ".java"));
            var named = names(READING, literals(source));
            named.addAll(names(WRITING, literals(source)));
            assertThat(named.stream().anyMatch(table -> isTable(table) && !owns(module, table))
                            || source.contains("information_schema"))
                    .as(place)
                    .isTrue();
        }
    }

    private static boolean isTable(String name) {
        return name.startsWith("act_") || TABLES.values().stream().anyMatch(tables -> tables.contains(name));
    }

    private static boolean owns(String module, String table) {
        return table.startsWith("act_")
                ? ENGINE_TABLES.entrySet().stream()
                                .filter(each -> table.startsWith(each.getKey()))
                                .anyMatch(each -> each.getValue().equals(module))
                        || OF_THE_ENGINE.contains(module)
                : TABLES.getOrDefault(module, Set.of()).contains(table);
    }

    private static boolean reads(String module, String table) {
        return READ_BY_OTHERS.getOrDefault(module, Set.of()).contains(table);
    }

    /** All string literals concatenated, so that a split statement is found. */
    private static String literals(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(literal -> literal.group(1))
                .collect(Collectors.joining(" "))
                .replace("\\n", " ");
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
