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
 * @param contact the lines at the foot: address, telephone, KEP, e-mail, web, whom to ask
 */
@ConfigurationProperties("muhatap.letter")
record LetterSettings(
        @DefaultValue("") String institution,
        @DefaultValue("Halkla İlişkiler Müdürlüğü") String office,
        @DefaultValue("") String signatory,
        @DefaultValue("Halkla İlişkiler Müdürü") String signatoryTitle,
        @Nullable List<String> contact) {

    boolean complete() {
        return !institution.isBlank() && !signatory.isBlank();
    }

    List<String> contactLines() {
        return contact == null ? List.of() : contact;
    }
}
