package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/**
 * Every field with maximum length, using the widest characters, through the whole life of an application: no column
 * overflows.
 */
@HttpTest
class LongestWordsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WIDEST = "😀";

    /** Free text of the office has to be printable. */
    private static final String PRINTED = "ğ";

    /** Columns with free text or combinations of texts, and the maximum UTF-16 length that may be written to each. */
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            // Two for each character that a form takes
            Map.entry("basvuru.subject", 2 * 200),
            // and for each completion
            Map.entry("basvuru.text", 2 * 20_000 + 10 * (2 * 4_000 + 50)),
            Map.entry("basvuru.forwarded_by", 2 * 200),
            Map.entry("basvuru.applicant_first_name", 2 * 100),
            Map.entry("basvuru.applicant_last_name", 2 * 100),
            Map.entry("basvuru.applicant_title", 2 * 200),
            Map.entry("basvuru.applicant_representative", 2 * 200),
            Map.entry("basvuru.applicant_authority_document", 2 * 200),
            Map.entry("basvuru.applicant_email", 254),
            Map.entry("basvuru.applicant_address", 2 * 500),
            Map.entry("basvuru.external_reference", 2 * 100),
            Map.entry("basvuru.warnings", 10 * 150),
            Map.entry("basvuru.deadline_basis", 150),
            Map.entry("basvuru.other_basis", 150),
            Map.entry("basvuru.decision_reason", 2 * 2_000),
            Map.entry("basvuru.hold_reason", 2 * 2_000),
            // At most 2,000 numbers, each with a blank
            Map.entry("veri_sahibi_raporu.numaralar", 2_000 * 21),
            Map.entry("veri_sahibi_raporu.kisi", 300),
            Map.entry("veri_gosterme.reason", 2 * 2_000),
            Map.entry("veri_sahibi_raporu.reason", 2 * 2_000),
            Map.entry("basvuru.decision_target", 2 * 200),
            Map.entry("basvuru.forwarded_to", 2 * 200),
            Map.entry("basvuru.answer_text", 2 * 20_000),
            Map.entry("basvuru.answer_published_in", 2 * 300),
            Map.entry("basvuru.answer_published_how", 2 * 300),
            Map.entry("basvuru.paper_number", 2 * 60),
            Map.entry("basvuru.fee_receipt", 2 * 60),
            Map.entry("basvuru.fee_given_receipt", 2 * 60),
            Map.entry("basvuru.appeal_board_number", 2 * 60),
            // Written as JSON, where a line's end or a quotation mark takes two
            Map.entry("olay.detail", 2 * 2 * 20_000),
            Map.entry("basvuru_notu.text", 2 * 4_000),
            // What SearchText leaves, with a blank at both ends
            Map.entry("basvuru_arama.sozler", 200_002),
            Map.entry("basvuru_arama.ad", 20_002),
            Map.entry("liste_goruntuleme.sorgu", 8_000),
            Map.entry("kayitli_arama.ad", 2 * 80),
            Map.entry("memnuniyet.words", 2 * 500),
            Map.entry("open311_anahtar.sorumlu", 2 * 100),
            Map.entry("open311_guncelleme.update_id", 2 * 50),
            // Words, a body, a name and a dozen codes, each character twelve of an address at most
            Map.entry("kayitli_arama.sorgu", 2 * 12 * 200 + 1_500),
            // A file of 10,000 numbers
            Map.entry("liste_goruntuleme.numaralar", 10_000 * 21),
            // A user's name and a group's, or the name of a setting
            Map.entry("kurum_olayi.anahtar", 2 * 2 * 64 + 1),
            // The reason of a published rule as JSON
            Map.entry("kurum_olayi.detail", 2 * 2 * 2_000 + 1_000),
            Map.entry("gelen_posta.note", 2 * 500),
            Map.entry("cagri.note", 2 * 500),
            Map.entry("cagri.recording", 500),
            Map.entry("aktarim.file_name", 200),
            Map.entry("aktarim.map_name", 2 * 100),
            // As JSON: a dozen and a half columns of 150 characters; two hundred names of columns and a hundred of
            // sheets
            Map.entry("aktarim.columns", 18 * (2 * 2 * 150 + 20)),
            Map.entry("aktarim.form", 200 * (2 * 100 + 3) + 100 * (2 * 31 + 3) + 500),
            Map.entry("aktarim.created_groups", 4_000),
            Map.entry("aktarim.failure", 1_000),
            Map.entry("aktarim_satir.reference", 2 * 100),
            Map.entry("aktarim_esleme.ad", 2 * 100),
            Map.entry("aktarim_esleme.columns", 18 * (2 * 2 * 150 + 20)),
            Map.entry("aktarim_kelime.word", 2 * 100),
            Map.entry("aktarim_kelime.shown", 2 * 100),
            Map.entry("aktarim_kelime.deger", 100),
            Map.entry("muracaat.text", 2 * 4_000),
            Map.entry("muracaat.answer", 2 * 4_000),
            Map.entry("muracaat.deadline_basis", 150),
            // Name and postal address of a legal person
            Map.entry("mesaj.recipient", 2 * 200 + 2 + 2 * 500),
            Map.entry("mesaj.subject", 100),
            Map.entry("mesaj.body", 2 * 20_000 + 4_000),
            Map.entry("mesaj.last_error", 500),
            Map.entry("cevap_turu.text", 2 * 20_000),
            Map.entry("cevap_turu.published_in", 2 * 300),
            Map.entry("cevap_turu.published_how", 2 * 300),
            Map.entry("kurum_gorusu.body", 2 * 200),
            Map.entry("kurum_gorusu.question", 2 * 2_000),
            Map.entry("kurum_gorusu.answer", 2 * 4_000),
            Map.entry("kurum_gorusu.reason", 2 * 2_000),
            Map.entry("soru_istegi.name", 2 * 200),
            Map.entry("soru_istegi.contact", 254),
            Map.entry("soru_istegi.intro", 2 * 2_000),
            Map.entry("soru_istegi.reason", 2 * 2_000),
            Map.entry("soru.text", 2 * 500),
            // Ten choices and the lines between them
            Map.entry("soru.choices", 10 * (2 * 100 + 1)),
            Map.entry("soru_cevabi.answer", 2 * 4_000),
            Map.entry("soru_cevap.soru", 2 * 200),
            Map.entry("soru_cevap.cevap", 2 * 4_000),
            Map.entry("soru_cevap.words", 20_000),
            Map.entry("bildirim.last_error", 500),
            Map.entry("bildirim_adresi.adres", 500),
            Map.entry("cevap_sablonu.title", 2 * 200),
            Map.entry("cevap_sablonu.text", 2 * 8_000),
            Map.entry("rapor_tur.forwarded_to", 2 * 200),
            Map.entry("yazi.content", 2 * 2 * 20_000),
            Map.entry("ek.name", 2 * 200),
            Map.entry("ucret_tarifesi.pay_at", 2 * 200),
            Map.entry("denetim_orneklemi.tohum", 2 * 40),
            Map.entry("denetim_bulgusu.bulgu", 2 * 4_000),
            Map.entry("tatil.ad", 2 * 200),
            Map.entry("tatil_degisiklik.ad", 2 * 200),
            Map.entry("birim.ad", 2 * 100),
            Map.entry("birim.gelen_ad", 2 * 100),
            Map.entry("konu.ad", 2 * 100),
            Map.entry("konu.gelen_ad", 2 * 100),
            Map.entry("konu.kelimeler", 2 * 500),
            Map.entry("acik_veri_ay.ad", 2 * 100),
            Map.entry("birim_degisiklik.eski", 2 * 500),
            Map.entry("birim_degisiklik.yeni", 2 * 500));

    /** Tables written by the program, the process owner or a library. */
    private static final List<String> NOT_PEOPLES =
            List.of("flyway_schema_history", "spring_session", "karar_", "kural", "aydinlatma_metni");

    /** Maximum length of a column for codes and names; longer columns have to be listed above. */
    private static final int LONGEST_CODE = 255;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void everyColumnHasRoomForWhatMayFlowIntoIt() {
        var widths = new TreeMap<String, Integer>();
        jdbc.sql("select table_name, column_name, character_maximum_length from information_schema.columns "
                        + "where lower(table_schema) = 'public' and lower(table_name) not like 'act\\_%' escape '\\' "
                        + "and lower(data_type) like 'character%' and lower(data_type) not like '%large%'")
                .query((row, index) -> widths.put(
                        row.getString(1).toLowerCase(java.util.Locale.ROOT) + "."
                                + row.getString(2).toLowerCase(java.util.Locale.ROOT),
                        (int) Math.min(row.getLong(3), Integer.MAX_VALUE)))
                .list();

        assertThat(widths).containsKeys(WORDS.keySet().toArray(String[]::new));
        WORDS.forEach(
                (column, flows) -> assertThat(widths.get(column)).as(column).isGreaterThanOrEqualTo(flows));
        widths.keySet().removeAll(WORDS.keySet());
        widths.keySet().removeIf(column -> NOT_PEOPLES.stream().anyMatch(column::startsWith));
        assertThat(widths.values())
                .as("thought about: " + widths)
                .isNotEmpty()
                .allMatch(width -> width <= LONGEST_CODE);
    }

    @Test
    void aLegalPersonsLongestApplicationLivesThroughAll() throws Exception {
        var application = (ObjectNode) JSON.readTree(Office.application("BILGI_EDINME", "\"identityHidden\":false"));
        application.put("subject", WIDEST.repeat(200));
        application.put("text", WIDEST.repeat(20_000));
        application.put("externalReference", WIDEST.repeat(60) + Office.unique());
        application.set(
                "applicant",
                JSON.createObjectNode()
                        .put("type", "TUZEL")
                        .put("title", WIDEST.repeat(200))
                        .put("nationalId", "10000000146")
                        .put("representative", WIDEST.repeat(200))
                        .put("authorityDocument", WIDEST.repeat(200))
                        .put("address", WIDEST.repeat(500)));
        var number = office.register("istemci", application.toString());

        does(number, "bilgi", "/extension", Map.of("ground", "BASKA_BIRIM", "reason", PRINTED.repeat(2_000)));
        does(number, "bilgi", "/interim-answer", Map.of("text", PRINTED.repeat(4_000)));
        does(number, "bilgi", "/withdrawal", Map.of("reason", PRINTED.repeat(2_000)));
        does(number, "bilgi", "/reopening", Map.of("reason", PRINTED.repeat(2_000)));
        note(number, "bilgi", "ISLEME_KONULMAZ");
        Office.does(office.complete("bilgi", number, "On_Inceleme", "onInceleme", "ISLEME_KONULMAZ"));
        does(
                number,
                "bilgi",
                "/appeal",
                Map.of("filedOn", LocalDate.now(clock).toString(), "boardNumber", PRINTED.repeat(60)));

        assertThat(office.get("bilgi", "/dosya/" + number).status()).isEqualTo(200);
        assertThat(office.get("halkla", "/teslim").status()).isEqualTo(200);
    }

    @Test
    void aPersonsLongestApplicationIsCompletedRepeatedlyAnsweredAndReopened() throws Exception {
        var application = (ObjectNode) JSON.readTree(Office.application("DIJITAL", "\"identityHidden\":false"));
        application.put("subject", WIDEST.repeat(200));
        // All that is completed counts with it
        application.put("text", WIDEST.repeat(10_000));
        ((ObjectNode) application.get("applicant"))
                .put("firstName", WIDEST.repeat(100))
                .put("lastName", WIDEST.repeat(100))
                .put("address", WIDEST.repeat(500));
        var number = office.register("istemci", application.toString());

        for (int round = 0; round < 3; round++) {
            note(number, "halkla", "EKSIK");
            Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "EKSIK"));
            does(number, "halkla", "/completion", Map.of("text", "\n\"" + WIDEST.repeat(3_000)));
        }
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        for (var mark : List.of(PRINTED, "\"")) {
            Office.does(office.put(
                    "fen",
                    "/api/v1/basvurular/" + number + "/cevap",
                    JSON.writeValueAsString(Map.of("outcome", "OLUMLU", "text", mark.repeat(20_000)))));
        }
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
        does(number, "halkla", "/reopening", Map.of("reason", PRINTED.repeat(2_000)));
        does(number, "halkla", "/contact-correction", Map.of("phone", "0532 111 22 33", "address", WIDEST.repeat(500)));
        does(number, "halkla", "/withdrawal", Map.of("reason", PRINTED.repeat(2_000)));

        assertThat(office.get("halkla", "/dosya/" + number).status()).isEqualTo(200);
        assertThat(office.get("halkla", "/teslim").status()).isEqualTo(200);
    }

    private void note(String number, String user, String decision) throws Exception {
        Office.does(office.put(
                user,
                "/api/v1/basvurular/" + number + "/gerekce",
                JSON.writeValueAsString(Map.of("text", PRINTED.repeat(2_000), "decision", decision))));
    }

    private void does(String number, String user, String step, Map<String, String> fields) throws Exception {
        Office.does(office.post(user, "/api/v1/basvurular/" + number + step, JSON.writeValueAsString(fields)));
    }
}
