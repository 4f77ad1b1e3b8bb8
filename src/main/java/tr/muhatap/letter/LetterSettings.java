package tr.muhatap.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Letterhead and signature. Letters cannot be numbered until institution and signatory are configured.
 *
 * @param institution name of the institution in the letterhead, e.g. "Örnek Büyükşehir Belediye Başkanlığı"
 * @param office the unit below it
 * @param signatory who signs, "Ad SOYAD"
 * @param signatoryTitle the signatory's office
 * @param contact lines of the footer: address, telephone, KEP, e-mail, web, and the person to ask ("Bilgi için")
 * @param court the competent administrative court, "Kayseri İdare Mahkemesi"
 * @param payAt place of payment, in the dative: "Belediyemiz veznelerine" or an account
 * @param closingToPerson closing line to a natural person
 * @param closingToCompany closing line to a company or an association
 * @param closingToBody closing line to a public body of equal or higher rank
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
