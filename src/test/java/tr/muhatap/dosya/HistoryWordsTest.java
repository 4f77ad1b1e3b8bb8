package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.EventFixture;
import tr.muhatap.basvuru.History;
import tr.muhatap.organization.Organization;

/** The history in the office's words, each fact of an event once. */
class HistoryWordsTest {

    private final HistoryWords words = new HistoryWords(new Organization());

    @ParameterizedTest
    @EnumSource
    void everyEventHasItsWords(BasvuruEventType type) {
        assertThat(words.label(entry(EventFixture.of(type, true))))
                .isNotEqualTo(type.id())
                .contains(" ");
    }

    @Test
    void anEventOfALaterVersionIsCalledByItsId() {
        var entry = new History.Entry(EventFixture.AT, "halkla", null, "Bilinmeyen", Map.of("reason", "x"), null);
        assertThat(words.label(entry)).isEqualTo("Bilinmeyen");
        assertThat(words.summary(entry)).isNull();
    }

    @Test
    void citizensAreNotToldWhoIsUrged() {
        assertThat(words.citizenLabel(BasvuruEventType.SURESI_DOLDU)).isEqualTo("Süresi doldu");
        assertThat(words.citizenLabel(BasvuruEventType.KAPANDI)).isEqualTo("Başvuru kapandı");
    }

    /** Each type with all its facts, called by their names where they are text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALINDI | son cevap tarihi 08.06.2026
            YERINDE_BILGI_VERILDI |
            AYDINLATMA_YAPILDI | okundu · sürüm notice
            INCELENDI | İşleme konulmaz · gönderilen kurum: forwardedTo · ana başvuru mainNumber · “reason”
            SEVK_EDILDI | unit · “reason”
            IADE_EDILDI | unit · “reason”
            CEVAP_HAZIRLANDI | unit · Vazgeçildi · Yönetmelik md. 12: işlemi tamamlanmamış, açıklanacağı tarih duyurulan bilgi veya belge
            DUZELTME_ISTENDI | “reason”
            ONAYLANDI | Vazgeçildi
            MESAJ_ILETILDI | purpose · medium · recipient
            ILETISIM_DUZELTILDI | oldContact yerine newContact
            MESAJ_ILETILEMEDI | purpose · medium · recipient
            ELLE_ILETILDI | medium
            EK_EKLENDI | part: file
            EK_KALDIRILDI | part: file
            YAZI_SAYILANDI | letter, sayı sayi · önceki sayı oldSayi
            NOT_EKLENDI |
            SURESI_DOLDU | son cevap tarihi 08.06.2026
            IS_VERILDI | Müdahale: to · önce from · “reason”
            IKINCI_SURE_DOLDU |
            BIRIM_UYARILDI | unit · “reason”
            DEVRALINDI | “reason”
            YENIDEN_SEVK_EDILDI | oldUnit biriminden · unit · “reason”
            KAPANDI | Vazgeçildi · süresinden sonra · “reason”
            EKSIK_BILDIRILDI | son tamamlama tarihi 14.06.2026 · “reason”
            EKSIK_TAMAMLANDI |
            SURE_UZATILDI | Başvuru birden fazla kurumu ilgilendiriyor · son cevap tarihi 11.06.2026 (değişmedi) · “reason”
            TEBLIG_EDILDI | Cevap veya sonuç yazısı · KEP · gönderim tarihi 07.06.2026 · tebliğ tarihi 09.06.2026
            UZATMA_ULASMADI | yazının ulaşması gereken son tarih 08.06.2026 · son cevap tarihi 11.06.2026 (değişmedi)
            ODEME_SURESI_BELIRLENDI | son ödeme tarihi 09.06.2026 · son cevap tarihi 11.06.2026 (değişmedi)
            UCRET_BILDIRILDI | 1.125,50 TL, 40 sayfa · son ödeme tarihi 09.06.2026 · son cevap tarihi 11.06.2026 (değişmedi)
            ODEME_BELGESI_SUNULDU | ödeme tarihi 07.06.2026 · belge numarası receipt
            ODEME_BELGESI_KABUL_EDILMEDI | son ödeme tarihi 09.06.2026 · son cevap tarihi 11.06.2026 (değişmedi) · “reason”
            UCRET_ODENDI | ödeme tarihi 07.06.2026 · izleyen günden itibaren 40 iş günü · son cevap tarihi 11.06.2026 (değişmedi)
            TATIL_SUREYI_DEGISTIRDI | 10.06.2026 Seçim günü eklendi · 11.06.2026 Bayram çıkarıldı · son cevap tarihi 11.06.2026 (değişmedi) · ikinci süre 13.06.2026 · son ödeme tarihi 15.06.2026 · son tamamlama tarihi 15.06.2026
            YUKSELTME_GERI_ALINDI | yalnızca ikinci kademe · son cevap tarihi 08.06.2026
            ARA_CEVAP_VERILDI |
            GERI_CEKILDI | “reason”
            YENIDEN_ACILDI | son cevap tarihi 08.06.2026 · “reason”
            GEREKCE_YAZILDI |
            TAKIP_KODU_YENILENDI |
            BIRLESTIRILDI | ana başvuru mainNumber
            ITIRAZ_EDILDI | Kurul no boardNumber · konusu cevap · tebliğ tarihi 09.06.2026 · Kurula son cevap tarihi 12.06.2026
            KURUL_BILGI_ISTEDI | Kurul no boardNumber · istek tarihi 12.06.2026 · Kurula son cevap tarihi 12.06.2026
            KURUL_SURESI_DOLDU | Kurul no boardNumber · Kurula son cevap tarihi 12.06.2026
            KURUL_IKINCI_SURE_DOLDU | Kurul no boardNumber
            KURUL_CEVABI_HATIRLATILDI | Kurul no boardNumber
            KURUL_SURESI_DEGISTI | Kurul no boardNumber · son cevap tarihi 11.06.2026 (değişmedi)
            KURULA_CEVAP_VERILDI | Kurul no boardNumber · süresinden sonra
            ITIRAZ_SONUCLANDI | Kurul no boardNumber · İtiraz reddedildi
            MURACAAT_ALINDI | İkinci müracaat yeri · Hizmet tabloda yer almıyor · son cevap tarihi 08.06.2026
            MURACAAT_IKINCI_YERE | son cevap tarihi 08.06.2026
            MURACAAT_SURESI_DEGISTI | son cevap tarihi 11.06.2026 (değişmedi)
            MURACAAT_CEVAPLANDI | İkinci müracaat yeri · Müracaat haklı bulunmadı
            """)
    void everyFactIsTold(BasvuruEventType type, @Nullable String summary) {
        assertThat(words.summary(entry(EventFixture.of(type, true)))).isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INCELENDI | İşleme konulmaz
            SEVK_EDILDI | unit
            IADE_EDILDI | unit
            CEVAP_HAZIRLANDI | unit · Vazgeçildi
            DUZELTME_ISTENDI |
            MESAJ_ILETILDI | purpose · medium
            MESAJ_ILETILEMEDI | purpose · medium
            YAZI_SAYILANDI | letter, sayı sayi
            IS_VERILDI | Müdahale: to
            BIRIM_UYARILDI |
            DEVRALINDI |
            YENIDEN_SEVK_EDILDI | oldUnit biriminden · unit
            UCRET_BILDIRILDI | 1.125,50 TL, 40 sayfa · ödeme süresi yazının tebliğiyle başlar · son cevap tarihi 11.06.2026 (değişmedi)
            ODEME_BELGESI_KABUL_EDILMEDI | ödeme süresi yazının tebliğiyle başlar · son cevap tarihi 11.06.2026 (değişmedi) · “reason”
            ODEME_SURESI_BELIRLENDI | ödeme süresi yazının tebliğiyle başlar · son cevap tarihi 11.06.2026 (değişmedi)
            KAPANDI | Vazgeçildi · süresinden sonra
            EKSIK_BILDIRILDI | son tamamlama tarihi 14.06.2026
            TATIL_SUREYI_DEGISTIRDI | 10.06.2026 Seçim günü eklendi · 11.06.2026 Bayram çıkarıldı · son cevap tarihi 11.06.2026 (değişmedi)
            GERI_CEKILDI |
            ITIRAZ_EDILDI | Kurul no boardNumber
            KURULA_CEVAP_VERILDI | süresinden sonra
            ITIRAZ_SONUCLANDI | İtiraz reddedildi
            """)
    void whatIsNotThereIsNotTold(BasvuruEventType type, @Nullable String summary) {
        assertThat(words.summary(entry(EventFixture.of(type, false)))).isEqualTo(summary);
    }

    @Test
    void unitsAreCalledByTheirNames() {
        assertThat(words.summary(new BasvuruEvent.YenidenSevkEdildi(
                        "2026-000001", Instant.EPOCH, "halkla", "fen-isleri", "yok", null)))
                .isEqualTo("Fen İşleri biriminden · yok");
    }

    @Test
    void aLimitThatStaysIsSaidToStay() {
        var day = LocalDate.of(2026, 6, 2);
        assertThat(words.summary(new BasvuruEvent.MuracaatSuresiDegisti(
                        "2026-000001", Instant.EPOCH, "sistem", day, day, Instant.EPOCH)))
                .isEqualTo("son cevap tarihi 02.06.2026 (değişmedi)");
        assertThat(words.summary(new BasvuruEvent.MuracaatSuresiDegisti(
                        "2026-000001", Instant.EPOCH, "sistem", day, day.plusDays(31), Instant.EPOCH)))
                .isEqualTo("son cevap tarihi 02.06.2026 yerine 03.07.2026");
        assertThat(words.summary(
                        new BasvuruEvent.KurulaCevapVerildi("2026-000001", Instant.EPOCH, "halkla", null, day, false)))
                .isNull();
        assertThat(words.summary(new BasvuruEvent.IletisimDuzeltildi(
                        "2026-000001", Instant.EPOCH, "halkla", "", "+90*******233")))
                .isEqualTo("hiçbiri yerine +90*******233");
    }

    private static History.Entry entry(BasvuruEvent event) {
        return new History.Entry(event.at(), event.actor(), null, event.type().id(), Map.of("fact", ""), event);
    }
}
