package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** The open step can also be taken on the application's own page. */
@HttpTest
class FileStepsIT {

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void anApplicationIsCarriedFromReviewToItsAnswerOnItsPage() {
        String number = office.register("istemci", Office.application("CIMER"));

        assertThat(page("halkla", number)).contains("Göreviniz: Ön inceleme", "Üstlen ve tamamla");
        takes("halkla", number, "step", "On_Inceleme", "decision", "KABUL");
        takes("halkla", number, "step", "Birime_Sevk", "unit", "fen-isleri");
        assertThat(page("halkla", number)).doesNotContain("Göreviniz:");
        assertThat(page("fen", number)).contains("Göreviniz: Cevap hazırlama");
        takes(
                "fen",
                number,
                "step",
                "Cevap_Hazirlama",
                "decision",
                "CEVAP",
                "answer.outcome",
                "OLUMLU",
                "answer.text",
                "Çukur kapatıldı; ğüşıöç.",
                "ifMatch",
                "yok");
        assertThat(page("halkla", number)).contains("Göreviniz: Cevap onayı", "Çukur kapatıldı; ğüşıöç.");
        takes("halkla", number, "step", "Cevap_Onayi", "decision", "ONAY");

        assertThat(page("halkla", number)).doesNotContain("Göreviniz:");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndWhatWasTypedStays() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));

        String empty = refused("fen", number, "step", "Cevap_Hazirlama", "decision", "CEVAP", "answer.text", "Yarım");
        assertThat(empty).contains("href=\"#gorev-outcome\"", "id=\"gorev-outcome-hata\"", ">Yarım</textarea>");
        String withoutReason = refused("fen", number, "step", "Cevap_Hazirlama", "decision", "IADE");
        assertThat(withoutReason).contains("href=\"#gorev-reason\"", "id=\"gorev-reason-hata\"");
        String undecided = refused("fen", number, "step", "Cevap_Hazirlama", "reason", "Bizim değil");
        assertThat(undecided).contains("href=\"#gorev-decision\"", ">Bizim değil</textarea>");
    }

    @Test
    void whoseItIsNotSeesNoFormAndIsRefused() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));

        assertThat(page("denetci", number)).doesNotContain("Göreviniz:");
        assertThat(office.form("halkla", address(number), "step", "Cevap_Hazirlama", "decision", "IADE", "reason", "x")
                        .status())
                .isEqualTo(403);
        assertThat(office.form("park", address(number), "step", "Cevap_Hazirlama", "decision", "IADE")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoComesSecondReadsSo() {
        String number = office.register("istemci", Office.application("CIMER"));
        takes("halkla", number, "step", "On_Inceleme", "decision", "KABUL");

        assertThat(refused("halkla", number, "step", "On_Inceleme", "decision", "KABUL"))
                .contains("Ön inceleme");
    }

    private void takes(String user, String number, String... fields) {
        var answer = office.form(user, address(number), fields);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(302);
        assertThat(answer.response().headers().firstValue("Location").orElseThrow())
                .endsWith("/dosya/" + number);
    }

    private String refused(String user, String number, String... fields) {
        var answer = office.form(user, address(number), fields);
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }

    private String page(String user, String number) {
        return office.get(user, "/dosya/" + number).response().body();
    }

    private static String address(String number) {
        return "/dosya/" + number + "/gorev";
    }
}
