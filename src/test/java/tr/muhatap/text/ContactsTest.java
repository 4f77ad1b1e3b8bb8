package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is sent to as it was written, or not taken: never to somebody else. */
class ContactsTest {

    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void inTurkey() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @AfterEach
    void backHome() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @CsvSource({
        "ayse@ornek.example, ayse@ornek.example",
        "AYSE.ISIK@ORNEK.EXAMPLE, AYSE.ISIK@ORNEK.EXAMPLE",
        "ayse+basvuru@ornek.example, ayse+basvuru@ornek.example",
        "bilgi@yıldız.example, bilgi@xn--yldz-lzac.example",
        "bilgi@çiçek.example, bilgi@xn--iek-1lab.example",
        "bilgi@xn--yldz-lzac.example, bilgi@xn--yldz-lzac.example"
    })
    void aDomainGoesThroughIdna(String typed, String sent) {
        assertThat(Contacts.emailFault(typed)).isNull();
        assertThat(Contacts.emailForSending(typed)).contains(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yıldız@ornek.example", "şükrü@ornek.example", "ayse\u0307@ornek.example", "😀@ornek.example"})
    void aMailboxWithOtherLettersIsRefusedWithASentence(String typed) {
        assertThat(Contacts.emailFault(typed)).contains("@ işaretinden önceki");
        assertThat(Contacts.emailForSending(typed)).isEmpty();
    }

    /** IDNA would make "strasse", "i̇stanbul" and "example" of them: other people's domains. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bilgi@straße.example",
                "bilgi@İstanbul.example",
                "bilgi@ｅxample.example",
                "bilgi@a\u200bb.example"
            })
    void aDomainThatWouldBecomeAnotherIsRefused(String typed) {
        assertThat(Contacts.emailFault(typed)).isNotNull();
        assertThat(Contacts.emailForSending(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ayse", "@ornek.example", "ayse@", "ayse@ornek", "Ayşe <ayse@ornek.example>", "a b@ornek.example"
            })
    void whatIsNoAddressIsNone(String typed) {
        assertThat(Contacts.emailFault(typed)).isNotNull();
    }
}
