package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0532 111 22 33",
                "05321112233",
                "+90 532 111 22 33",
                "0 (532) 111-22-33",
                "532 111 22 33",
                "0352 222 11 00",
                "0090 532 111 22 33"
            })
    void aTelephoneNumberIsHiddenHoweverItIsWritten(String number) {
        assertThat(ContactData.hidden("Beni " + number + " numarasından arayın."))
                .isEqualTo("Beni " + ContactData.HIDDEN_PHONE + " numarasından arayın.");
    }

    @ParameterizedTest
    @CsvSource({"ayse.isik@ornek.com.tr", "Ayşe_Işık+belediye@örnek.com", "ayse (at) ornek.com"})
    void anEmailAddressIsHidden(String address) {
        assertThat(ContactData.hidden("Cevabı " + address + " adresine yazın."))
                .isEqualTo("Cevabı " + ContactData.HIDDEN_EMAIL + " adresine yazın.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000146", "100 000 001 46", "100.000.001.46"})
    void anIdentityNumberIsHidden(String number) {
        assertThat(ContactData.hidden("T.C. no: " + number + ".")).isEqualTo("T.C. no: " + ContactData.HIDDEN_ID + ".");
    }

    /** A stranger's mail must not end the thread that reads it. */
    @Test
    void anAddressWithoutEndIsReadOnce() {
        String endless = "x@a" + ".bb".repeat(6_600);

        assertThat(ContactData.hidden("Yazın: " + endless)).isEqualTo("Yazın: " + ContactData.HIDDEN_EMAIL);
    }

    /** Linear in milliseconds, where each half of such a letter began a word for most of a minute. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\uD835\uDD5A", "\uD840\uDC00", "\uFDFA", "a.", "0 "})
    void aLongWordIsReadOnceWhateverItsLetters(String letters) {
        String word = letters.repeat(20_000);

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ContactData.hidden(word)))
                .isEqualTo(word);
    }

    @Test
    void anAddressBehindASignIsHidden() {
        assertThat(ContactData.hidden("\uD83D\uDE00ayse@ornek.example, \uD835\uDD5Abc@ornek.example"))
                .isEqualTo("\uD83D\uDE00" + ContactData.HIDDEN_EMAIL + ", " + ContactData.HIDDEN_EMAIL);
    }

    @Test
    void severalAreHiddenEachByItself() {
        assertThat(ContactData.hidden("0532 111 22 33 ya da 0533 444 55 66, a@b.tr, 10000000146"))
                .isEqualTo(ContactData.HIDDEN_PHONE + " ya da " + ContactData.HIDDEN_PHONE + ", "
                        + ContactData.HIDDEN_EMAIL + ", " + ContactData.HIDDEN_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "İğde Sokağı 12/3, 38040",
                "2026-000123 numaralı başvuru",
                "01.06.2026 tarihinde saat 10.30’da",
                "1.250,50 TL ödedim",
                "Ada 1234 parsel 56",
                "153’ü aradım",
                ""
            })
    void whatIsNoContactStays(String words) {
        assertThat(ContactData.hidden(words)).isEqualTo(words);
    }
}
