package tr.muhatap.portal;

import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** robots.txt (RFC 9309): an allow-list, so that new pages are not indexed by accident. */
@RestController
class RobotsPage {

    @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return OpenPages.all().stream()
                .map(page -> "Allow: " + page.address() + "$\n")
                .collect(Collectors.joining(
                        "", "User-agent: *\n", "Allow: /css/\nAllow: /js/\nAllow: /img/\nDisallow: /\n"));
    }
}
