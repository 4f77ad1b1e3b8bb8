package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.EventFixture;
import tr.muhatap.basvuru.Outcome;

/** What is stored of an event, and that it is the same event when it is read again. */
class EventRowsTest {

    private static final List<String> IDS_IN_DATABASES = List.of(
            "Alindi YerindeBilgiVerildi Incelendi SevkEdildi IadeEdildi CevapHazirlandi DuzeltmeIstendi Onaylandi",
            "MesajIletildi IletisimDuzeltildi MesajIletilemedi ElleIletildi EkEklendi EkKaldirildi YaziSayilandi NotEklendi",
            "SuresiDoldu IsVerildi IkinciSureDoldu BirimUyarildi Devralindi YenidenSevkEdildi Kapandi EksikBildirildi",
            "EksikTamamlandi SureUzatildi UcretBildirildi UcretOdendi TatilSureyiDegistirdi YukseltmeGeriAlindi",
            "AraCevapVerildi GeriCekildi YenidenAcildi GerekceYazildi TakipKoduYenilendi Birlestirildi ItirazEdildi",
            "KurulaCevapVerildi ItirazSonuclandi MuracaatAlindi MuracaatIkinciYere MuracaatSuresiDegisti",
            "MuracaatCevaplandi AydinlatmaYapildi");

    private static final List<String> INSIDE_THE_OFFICE = List.of(
            "IadeEdildi CevapHazirlandi DuzeltmeIstendi MesajIletildi IletisimDuzeltildi MesajIletilemedi ElleIletildi",
            "EkEklendi EkKaldirildi YaziSayilandi NotEklendi IsVerildi IkinciSureDoldu BirimUyarildi Devralindi",
            "YenidenSevkEdildi YukseltmeGeriAlindi GerekceYazildi KurulaCevapVerildi");

    private final EventRows rows = new EventRows(Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .timeZone("Europe/Istanbul")
            .build());

    @Test
    void theIdsThatStandInDatabasesKeepTheirMeaning() {
        assertThat(BasvuruEventType.values())
                .extracting(BasvuruEventType::id)
                .containsAll(words(IDS_IN_DATABASES))
                .doesNotHaveDuplicates();
        assertThat(BasvuruEventType.of("Bilinmeyen")).isEmpty();
    }

    @Test
    void everyEventHasItsType() {
        assertThat(records(BasvuruEvent.class).toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BasvuruEventType.values())
                        .<Class<?>>map(BasvuruEventType::record)
                        .toList());
    }

    @Test
    void whatHappensInsideTheOfficeIsNotShownToCitizens() {
        assertThat(words(INSIDE_THE_OFFICE))
                .isNotEmpty()
                .allSatisfy(
                        id -> assertThat(BasvuruEventType.of(id).orElseThrow().isShownToCitizen())
                                .isFalse());
        assertThat(words(IDS_IN_DATABASES))
                .filteredOn(id -> !words(INSIDE_THE_OFFICE).contains(id))
                .allSatisfy(
                        id -> assertThat(BasvuruEventType.of(id).orElseThrow().isShownToCitizen())
                                .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsReadAsItWasWritten(BasvuruEventType type) {
        for (var withOptional : List.of(true, false)) {
            var event = EventFixture.of(type, withOptional);
            var detail = rows.read(rows.detail(event));
            assertThat(detail).doesNotContainKeys("number", "at", "actor", "type");
            assertThat(rows.event(type, event.number(), event.at(), event.actor(), detail))
                    .isEqualTo(event);
        }
    }

    /** Details of a database of November 2026. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Alindi | {"channel":"DIJITAL","kind":"SIKAYET","topic":"oyun-grubu","receivedAt":"2026-11-04T10:10:00.081+03:00","lastDay":"2026-11-16","lateFrom":"2026-11-17T00:00:00+03:00","needsReview":true}
            AraCevapVerildi | {"text":"İnceleniyor."}
            CevapHazirlandi | {"unit":"park-bahceler","outcome":"PROGRAMA_ALINDI"}
            EkEklendi | {"part":"Başvurunun eki","file":"ek.txt","sha256":"5e930b1b"}
            EksikBildirildi | {"completeUntil":"2026-12-03","reason":"adres eksik"}
            IadeEdildi | {"unit":"trafik","reason":"Bu konu başka bir birimin sorumluluğunda."}
            IkinciSureDoldu | {}
            Incelendi | {"decision":"KABUL","topic":"isirma"}
            Kapandi | {"outcome":"MUKERRER","late":false,"reason":"Aynı konuda başka başvuru var."}
            MesajIletildi | {"purpose":"Kayıt bildirimi","medium":"SMS","recipient":"+90*******211"}
            MuracaatAlindi | {"place":"ILK","muracaatGround":"FAZLA_BELGE","lastDay":"2026-12-11","lateFrom":"2026-12-12T00:00:00+03:00"}
            SureUzatildi | {"extensionGround":"BASKA_BIRIM","reason":"Arşivden","oldLastDay":"2026-12-17","newLastDay":"2027-01-08","lateFrom":"2027-01-09T00:00:00+03:00"}
            SuresiDoldu | {"lastDay":"2026-11-16","secondLimit":"2026-11-20T00:00:00+03:00"}
            TatilSureyiDegistirdi | {"oldLastDay":"2026-11-16","newLastDay":"2026-11-17","lateFrom":"2026-11-18T00:00:00+03:00"}
            UcretBildirildi | {"amount":125.50,"pages":40,"payUntil":"2026-12-17","oldLastDay":"2026-12-17","newLastDay":"2027-01-08","lateFrom":"2027-01-09T00:00:00+03:00"}
            UcretOdendi | {"paidOn":"2026-11-26","receipt":"M-1","limit":15,"oldLastDay":"2027-01-08","newLastDay":"2026-12-17","lateFrom":"2026-12-18T00:00:00+03:00"}
            YenidenAcildi | {"channel":"BEYAZ_MASA","reason":"Yeniden çöktü","previousOutcome":"OLUMLU","previousAnswer":"Kapatıldı.","lastDay":"2026-12-07","lateFrom":"2026-12-08T00:00:00+03:00"}
            """)
    void linesOfAnEarlierVersionAreReadWithAllTheirFacts(String id, String detail) {
        var type = BasvuruEventType.of(id).orElseThrow();
        var facts = rows.read(detail);
        var event = rows.event(type, "2026-000001", EventFixture.AT, "halkla", facts);
        var written = rows.read(rows.detail(event));
        assertThat(written).containsKeys(facts.keySet().toArray(String[]::new));
        assertThat(rows.event(type, "2026-000001", EventFixture.AT, "halkla", written))
                .isEqualTo(event);
    }

    @Test
    void factsAreTypedAndTheAnswerOfTheApiIsWhatWasStored() {
        var detail = rows.read("{\"outcome\":\"MUKERRER\",\"late\":true,\"unknown\":1}");
        assertThat(rows.event(BasvuruEventType.KAPANDI, "2026-000001", EventFixture.AT, "halkla", detail))
                .asInstanceOf(type(BasvuruEvent.Kapandi.class))
                .isEqualTo(new BasvuruEvent.Kapandi(
                        "2026-000001", EventFixture.AT, "halkla", Outcome.MUKERRER, true, null));
        assertThat(detail).isEqualTo(Map.of("outcome", "MUKERRER", "late", true, "unknown", 1));
    }

    @Test
    void theLimitsOfAnEventAreItsOwn() {
        assertThat(EventFixture.of(BasvuruEventType.ALINDI, true))
                .asInstanceOf(type(BasvuruEvent.LimitSet.class))
                .satisfies(event -> assertThat(event.limitLastDay()).isEqualTo(LocalDate.of(2026, 6, 8)));
        assertThat(new BasvuruEvent.SureUzatildi(
                                "1",
                                Instant.EPOCH,
                                "x",
                                tr.muhatap.basvuru.ExtensionGround.BASKA_BIRIM,
                                "Neden",
                                tr.muhatap.basvuru.ServiceWay.ELEKTRONIK,
                                LocalDate.of(2026, 6, 1),
                                LocalDate.of(2026, 6, 22),
                                Instant.EPOCH,
                                null)
                        .limitLastDay())
                .isEqualTo(LocalDate.of(2026, 6, 22));
    }

    private static List<String> words(List<String> lines) {
        return lines.stream().flatMap(line -> Stream.of(line.split(" "))).toList();
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(EventRowsTest::records)
                : Stream.of(sealed);
    }
}
