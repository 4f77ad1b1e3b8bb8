package tr.muhatap.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes the office's letters. Nothing is numbered before institution and signatory are known.
 *
 * @param institution name of the institution as it stands at the head, e.g. "Örnek Büyükşehir Belediye Başkanlığı"
 * @param office the unit below it
 * @param signatory who signs, "Ad SOYAD"
 * @param signatoryTitle the signatory's office
 * @param contact the lines at the foot: address, telephone, KEP, e-mail, web, and the person to ask ("Bilgi için")
 * @param court the administrative court that a refusal names, "Kayseri İdare Mahkemesi"
 * @param payAt where a fee is paid, in the dative: "Belediyemiz veznelerine" or an account
 * @param closingToPerson last line to a natural person
 * @param closingToCompany last line to a company or an association
 * @param closingToBody last line to a public body of equal or higher rank
 */
@ConfigurationProperties("muhatap.letter")
record LetterSettings(
        @DefaultValue("") String institution,
        @DefaultValue("Halkla İlişkiler Şube Müdürlüğü") String office,
        @DefaultValue("") String signatory,
        @DefaultValue("Halkla İlişkiler Şube Müdürü") String signatoryTitle,
        @Nullable List<String> contact,
        @DefaultValue("Kayseri İdare Mahkemesi") String court,
        @DefaultValue("Belediyemiz veznelerine") String payAt,
        @DefaultValue("Bilgilerinize sunulur.") String closingToPerson,
        @DefaultValue("Bilgilerini rica ederim.") String closingToCompany,
        @DefaultValue("Arz ederim.") String closingToBody) {

    boolean complete() {
        return !institution.isBlank() && !signatory.isBlank();
    }

    List<String> contactLines() {
        return contact == null ? List.of() : contact;
    }
}
