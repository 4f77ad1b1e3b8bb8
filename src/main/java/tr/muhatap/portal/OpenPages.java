package tr.muhatap.portal;

import java.util.List;
import java.util.Optional;
import tr.muhatap.text.Texts;

/** Pages for search engines, each with a description. */
final class OpenPages {

    private static final List<OpenPage> ALL = List.of(
            new OpenPage("/", Texts.of("portal.open-pages.baslangic")),
            new OpenPage("/basvuru", Texts.of("portal.open-pages.basvuru")),
            new OpenPage("/takip", Texts.of("portal.open-pages.takip")),
            new OpenPage("/hizmet-standartlari", Texts.of("portal.open-pages.hizmet-standartlari")),
            new OpenPage("/aydinlatma", Texts.of("portal.open-pages.aydinlatma")),
            new OpenPage("/erisilebilirlik", Texts.of("portal.open-pages.erisilebilirlik")));

    /** @param description shown by search engines beneath the title */
    record OpenPage(String address, String description) {}

    private OpenPages() {}

    static List<OpenPage> all() {
        return ALL;
    }

    static Optional<String> description(String address) {
        return ALL.stream()
                .filter(page -> page.address().equals(address))
                .map(OpenPage::description)
                .findFirst();
    }
}
