package tr.muhatap.portal;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tr.muhatap.letter.Petitions;

/** Petition for an oral request for information, to be signed. */
@Controller
class PetitionPage {

    private final Petitions petitions;

    PetitionPage(Petitions petitions) {
        this.petitions = petitions;
    }

    @GetMapping("/dosya/{number}/dilekce")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        byte[] pdf = petitions.pdf(number);
        var name = ContentDisposition.inline().filename(number + "-dilekce.pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf);
    }
}
