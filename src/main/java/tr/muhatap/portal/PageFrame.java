package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import tr.muhatap.access.Accounts;
import tr.muhatap.text.Texts;

/** Model attributes of every page's header: institution, navigation for the user, and the signed-in user. */
@ControllerAdvice(basePackages = {"tr.muhatap.portal", "tr.muhatap.denetim"})
class PageFrame {

    private static final List<Link> CITIZENS = List.of(
            new Link("/basvuru", Texts.of("portal.page-frame.basvur"), false),
            new Link("/takip", Texts.of("portal.page-frame.takip"), false),
            new Link("/hizmet-standartlari", Texts.of("portal.page-frame.hizmet-standartlari"), false));

    private final Ways ways;
    private final Accounts accounts;
    private final ObjectProvider<DemoDesk> demo;
    private final String institution;

    /**
     * A navigation link.
     *
     * @param current whether it leads to the current page
     */
    record Link(String address, String title, boolean current) {

        Link at(String path) {
            return new Link(address, title, path.equals(address));
        }
    }

    PageFrame(
            Ways ways,
            Accounts accounts,
            ObjectProvider<DemoDesk> demo,
            @Value("${muhatap.letter.institution:}") String institution) {
        this.ways = ways;
        this.accounts = accounts;
        this.demo = demo;
        this.institution = institution;
    }

    @ModelAttribute("kullanici")
    @Nullable
    String user(@Nullable Principal user) {
        return user == null ? null : user.getName();
    }

    @ModelAttribute("adSoyad")
    @Nullable
    String fullName(@Nullable Principal user) {
        return user == null ? null : accounts.fullName(user.getName());
    }

    @ModelAttribute("kurum")
    String institution() {
        return institution;
    }

    @ModelAttribute("aciklama")
    @Nullable
    String description(HttpServletRequest request) {
        return OpenPages.description(request.getRequestURI()).orElse(null);
    }

    @ModelAttribute("gezinti")
    List<Link> navigation(@Nullable Principal user, HttpServletRequest request) {
        var links = user == null
                ? CITIZENS
                : ways.open(demo.getIfAvailable() != null).stream()
                        .map(card -> new Link(card.address(), card.title(), false))
                        .toList();
        return links.stream().map(link -> link.at(request.getRequestURI())).toList();
    }
}
