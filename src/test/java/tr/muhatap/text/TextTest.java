package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.250,50|1250.50",
                "125,50|125.50",
                "125,5|125.50",
                "125|125.00",
                "1.250|1250.00",
                "1250,50|1250.50",
                "12.345.678,9|12345678.90",
                "'\u00a0125,50 '|125.50"
            })
    void peopleWriteMoneyTheTurkishWay(String typed, BigDecimal amount) {
        assertThat(Money.turkish(typed)).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "1,250.50",
                "1.25.0",
                "+5",
                "-5",
                "١٢",
                "125.50",
                "1.2500",
                "12.50,5",
                "1 250",
                "125,505",
                ",50",
                "125,",
                "0x10",
                "NaN",
                "",
                " ",
                "125,50 TL",
                "１２５",
                "1.250.50"
            })
    void whatIsNoTurkishAmountOrCanBeReadTwiceIsNotRead(String typed) {
        assertThat(Money.turkish(typed)).isEmpty();
    }

    @Test
    void programsWriteMoneyWithAPoint() {
        assertThat(Money.json("125.50")).contains(new BigDecimal("125.50"));
        assertThat(Money.json("1.250,50")).contains(new BigDecimal("1250.50"));
        assertThat(Money.json("1.250")).isEmpty();
        assertThat(Money.json("1,250.50")).isEmpty();
        assertThat(Money.json("1e3")).isEmpty();
        assertThat(Money.json("+5")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01.06.2026", "1.6.2026", "2026-06-01", "01/06/2026", " 01.06.2026\u00a0"})
    void aDayIsReadInTheWaysPeopleAndBrowsersWriteIt(String typed) {
        assertThat(Days.parse(typed)).contains(LocalDate.of(2026, 6, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2026",
                "2026-02-30",
                "06.13.2026",
                "1.6.26",
                "+12026-01-01",
                "01.06/2026",
                "٠١.06.2026",
                "yarın",
                ""
            })
    void whatNoCalendarHasIsNoDay(String typed) {
        assertThat(Days.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0532 111 22 33",
                "+90 532 111 22 33",
                "0090 532 111 22 33",
                "5321112233",
                "(0532) 111-22-33",
                "0532\u00a0111\u00a022\u00a033",
                "0532‑111‑22‑33",
                "\u202a+905321112233\u202c",
                "90 532 111 22 33",
                "0 532 111 2233",
                "0532/111 22 33",
                "+90 (532) 111 22 33"
            })
    void aTelephoneIsOneNumberHoweverItIsWritten(String typed) {
        assertThat(Phones.parse(typed)).contains("+905321112233");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0532 111", "+5", "0532 ABC 22 33", "٠٥٣٢١١١٢٢٣٣", "0532 111 22 33 dahili 5", "", "153"})
    void whatCannotBeDialledIsNoTelephone(String typed) {
        assertThat(Phones.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 000 001 46", "100-000-001-46", "100\u00a0000\u00a0001\u00a046", "\u200b10000000146 "})
    void anIdentityNumberIsTakenInGroups(String typed) {
        assertThat(Digits.joined(typed)).isEqualTo("10000000146");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-000123", " 2026 - 000123 ", "2026–000123", "2026\u00a0000123", "2026000123", "2026‑000123"
            })
    void anApplicationsNumberIsTakenHoweverItsHyphenLooks(String typed) {
        assertThat(Digits.applicationNumber(typed)).isEqualTo("2026-000123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "\u00a0\u200d",
                "\ufeff",
                "\u2060\u00ad",
                "\u3164",
                "\u2800",
                "\u202e",
                "\ufe0f"
            })
    void whatNobodySeesIsEmpty(String typed) {
        assertThat(PlainText.normal(typed)).isEmpty();
    }

    @Test
    void aTextIsKeptComposedAndOtherwiseAsItIs() {
        String text = "Şükrü’nün kâğıdı \u200d ığdır İĞNE";

        assertThat(PlainText.normal(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(text);
        assertThat(PlainText.stripped("\u00a0\u200b Ayşe \u2007")).isEqualTo("Ayşe");
    }

    @ParameterizedTest
    @CsvSource({
        "IŞIK, ışık",
        "ışık, isik",
        "İĞNE, igne",
        "KÂĞIT, kagit",
        "Hâl, hal",
        "Kayseri’nin, Kayseri'nin",
        "Kayseriʼnin, Kayseri`nin",
        "sû, su",
        "millî, milli"
    })
    void whatAReaderSeesAsEqualIsEqual(String one, String other) {
        assertThat(TurkishText.folded(one)).isEqualTo(TurkishText.folded(other));
        assertThat(TurkishText.folded(Normalizer.normalize(one, Normalizer.Form.NFD)))
                .isEqualTo(TurkishText.folded(other));
    }

    @Test
    void blanksAreOneBlankAndWhatIsNotSeenIsNotThere() {
        assertThat(TurkishText.folded("Işık\u00a0 \tSo\u00adkağı\u200b")).isEqualTo("isik sokagi");
        assertThat(TurkishText.words("  İğde-Sokağı’nda! ")).isEqualTo(" igde sokagi nda ");
        assertThat(TurkishText.words("’–")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kotu.example",
                "Ayşe www.kotu.example",
                "ayse@kotu.example",
                "Ayşe kotu.com/odeme",
                "HTTP://X",
                "t.me/kotu",
                "bit.ly/3x",
                "ayse＠kotu.example",
                "ht\u200btps://kotu",
                "mailto:x",
                "kotu.com.tr?x=1",
                "javascript:alert(1)"
            })
    void aLinkIsFoundInAName(String name) {
        assertThat(Links.isIn(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yemek.com A.Ş.", "sahibinden.com Bilgi Teknolojileri", "A.Ş. Ltd. Şti.", "Çiçek Sok. No:5/3",
                        "Cad.No/5",
                "İğde Sk. 12/A Kat:3", "Ayşe Işık", "N11.com", "Apt.Daire/7", "3/2 Blok D.4",
                "Gül Apt.Melikgazi/KAYSERİ", "Yeni Mah.Kocasinan/Kayseri", "Sk.No:3/5", "Çınar Sok.Çiçek/2"
            })
    void aNameIsAName(String name) {
        assertThat(Links.isIn(name)).isFalse();
    }

    @Test
    void aLetterPrintsWhatItsFontsHaveAndNamesWhatTheyLack() {
        assertThat(Printable.fault("125,50 ₺; 4‑6 gün; ğüşıöç ĞÜŞİÖÇ “â” – … ≥ → ½ €"))
                .isEmpty();
        assertThat(Printable.fault("kâğıt\u200b\u00ad\u200d\ufeff")).isEmpty();
        assertThat(Printable.fault("Teşekkürler 😀"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("“😀”", "U+1F600"));
        assertThat(Printable.cleaned("Çukur 😀 var ❤\ufe0f"))
                .startsWith("Çukur")
                .doesNotContain("😀");
    }
}
