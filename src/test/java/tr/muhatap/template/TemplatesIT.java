package tr.muhatap.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.access.Groups;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;

@HttpTest
class TemplatesIT {

    private static final String API = "/api/v1/basvurular/";

    @LocalServerPort
    int port;

    @Autowired
    AnswerTemplates templates;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @AfterEach
    void nobodyActs() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theUnitIsOfferedWhatFitsItsTopicFilledInAndNothingOfTheApplicant() {
        String title = "Ağaç " + Office.unique();
        actAs("yonetici", Groups.HALKLA_ILISKILER_YONETICISI);
        templates.add(new AnswerTemplates.Typed(
                title,
                "budama",
                "PROGRAMA_ALINDI",
                "{numara} · {baslik} · {konu} · {kanal} · {birim} · {gelisGunu} · {sonGun} · {bugun}"));
        nobodyActs();
        String budama = atTheUnit("budama");
        String cukur = atTheUnit("yol-cukur");

        var offered = offers("fen", budama);
        var file = office.get("fen", API + budama).body();

        var own = offered.stream()
                .filter(offer -> offer.get("title").asText().equals(title))
                .toList();
        assertThat(own).hasSize(1);
        assertThat(own.get(0).get("outcome").asText()).isEqualTo("PROGRAMA_ALINDI");
        assertThat(own.get(0).get("text").asText())
                .isEqualTo(String.join(
                        " · ",
                        budama,
                        "Dallar – İğde",
                        "Ağaç budama",
                        "ALO 153",
                        "Fen İşleri",
                        today(),
                        turkish(file.at("/deadline/lastDay").asText()),
                        today()));
        assertThat(titles(offered).get(0)).as("its topic's first").isEqualTo(title);
        assertThat(titles(offered)).contains("Gereği yapıldı").doesNotContain("Çukur onarıldı");
        assertThat(titles(offers("fen", cukur)))
                .contains("Çukur onarıldı", "Gereği yapıldı")
                .doesNotContain(title);
        assertThat(offered.toString()).doesNotContain("Ayşe", "Işık", "10000000146");

        actAs("yonetici", Groups.HALKLA_ILISKILER_YONETICISI);
        templates.remove(own.get(0).get("id").asText(), 1);
        assertThat(titles(offers("fen", budama))).doesNotContain(title);
    }

    @ParameterizedTest
    @CsvSource({"park, 404", "operator, 403", "halkla, 403", "denetci, 403", "istemci, 404"})
    void onlyWhoWritesTheAnswerIsOfferedAny(String user, int status) {
        assertThat(office.get(user, API + atTheUnit("budama") + "/sablonlar").status())
                .isEqualTo(status);
    }

    @Test
    void aChangeIsANewVersionAndTwoManagersDoNotOverwriteEachOther() {
        actAs("yonetici", Groups.HALKLA_ILISKILER_YONETICISI);
        String title = Office.unique();
        templates.add(new AnswerTemplates.Typed(title, "", "OLUMLU", "Bir"));
        var added = named(title).get(0);
        assertThat(added.version()).isEqualTo(1);
        assertThat(added.topic()).isNull();

        templates.change(added.id(), 1, new AnswerTemplates.Typed(title, null, "OLUMSUZ", "İki"));

        assertThatThrownBy(
                        () -> templates.change(added.id(), 1, new AnswerTemplates.Typed(title, null, "OLUMLU", "Üç")))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("bu arada");
        assertThat(named(title)).extracting(AnswerTemplate::text).containsExactly("İki");
        actAs("admin", Groups.CAMUNDA_ADMIN);
        templates.remove(added.id(), 2);
        assertThat(named(title)).isEmpty();
        assertThat(templates.versions(added.id()))
                .extracting(version ->
                        version.version() + " " + version.text() + " " + version.removed() + " " + version.changedBy())
                .containsExactly("3 İki true admin", "2 İki false yonetici", "1 Bir false yonetici");
        assertThatThrownBy(
                        () -> templates.change(added.id(), 3, new AnswerTemplates.Typed(title, null, "OLUMLU", "Dört")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsWrongIsNamedAtOnce() {
        actAs("yonetici", Groups.HALKLA_ILISKILER_YONETICISI);

        assertThatThrownBy(() -> templates.add(
                        new AnswerTemplates.Typed(" ", "yok", "MUKERRER", "Sayın {ad}, {numara} {soyad}")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        faulty -> assertThat(faulty.errors())
                                .extracting(error -> error.field() + ": " + error.message())
                                .containsExactlyInAnyOrder(
                                        "title: Bu alan zorunludur.",
                                        "topic: Böyle bir konu yok.",
                                        "outcome: Bir sonuç seçin.",
                                        "text: Bilinmeyen alan: {ad}, {soyad}."));
        assertThatThrownBy(() -> templates.add(new AnswerTemplates.Typed("a\nb", null, "OLUMLU", "x".repeat(8_001))))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        faulty -> assertThat(faulty.errors()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Groups.HALKLA_ILISKILER,
                Groups.SUBE_MUDURU,
                Groups.DENETCI,
                Groups.SUREC_SAHIBI,
                "birim-fen-isleri"
            })
    void nobodyElseKeepsThem(String group) {
        actAs("biri", group);
        var typed = new AnswerTemplates.Typed("Ad", null, "OLUMLU", "Metin");

        assertThatThrownBy(() -> templates.add(typed)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> templates.change("genel-olumlu", 1, typed)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> templates.remove("genel-olumlu", 1)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void thePageIsTheManagersAndShowsWhatIsThere() {
        for (var user : List.of("masa", "halkla", "fen", "mudur", "denetci", "istemci")) {
            assertThat(office.get(user, "/sablonlar").status()).as(user).isEqualTo(403);
        }
        assertThat(office.get("yonetici", "/sablonlar").response().body())
                .contains("Çukur onarıldı", "Yolda çukur · Olumlu", "Bütün konular", "/sablonlar/genel-olumlu");
        assertThat(office.get("admin", "/sablonlar/genel-olumlu").response().body())
                .contains("Gereği yapıldı", "{gelisGunu}", "1. sürüm · sistem");
        assertThat(office.get("yonetici", "/sablonlar/yok").status()).isEqualTo(404);
        assertThat(office.get("yonetici", "/sablonlar/yeni").status()).isEqualTo(200);
    }

    private String atTheUnit(String topic) {
        String number = office.register("operator", """
                {"channel":"ALO_153","kind":"TALEP","topic":"%s","subject":"Dallar – İğde","text":"Budansın.",
                 "applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık","nationalId":"10000000146",
                 "phone":"0532 111 22 33"}}""".formatted(topic));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        return number;
    }

    private List<JsonNode> offers(String user, String number) {
        return StreamSupport.stream(
                        Office.does(office.get(user, API + number + "/sablonlar"))
                                .body()
                                .spliterator(),
                        false)
                .toList();
    }

    private static List<String> titles(List<JsonNode> offers) {
        return offers.stream().map(offer -> offer.get("title").asText()).toList();
    }

    private List<AnswerTemplate> named(String title) {
        return templates.all().stream()
                .filter(template -> template.title().equals(title))
                .toList();
    }

    private String today() {
        return turkish(office.post("admin", "/demo/clock", "{\"advance\":\"PT0S\"}")
                .body()
                .get("now")
                .asText()
                .substring(0, 10));
    }

    private static String turkish(String iso) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(LocalDate.parse(iso));
    }

    private static void actAs(String user, String group) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(group)));
        SecurityContextHolder.setContext(context);
    }

    /** The writer fills them in by name; dots went out to citizens. */
    @Test
    void noShippedTemplateHasAGapWithoutAName() {
        assertThat(templates.versions("cukur-olumlu").get(0).text()).contains("{tarih?}");
        assertThat(templates.all())
                .filteredOn(template -> template.changedBy().equals("sistem"))
                .hasSize(6)
                .allSatisfy(template -> {
                    assertThat(template.text()).doesNotContain("…");
                    assertThat(TemplateText.unknown(template.text())).isEmpty();
                });
    }
}
