package tr.muhatap.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Accessibility violations that axe finds on a page (WCAG 2.2 AA), each rule with its first element. */
final class Accessibility {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Rules about colours; a dark page differs from the light one only in these. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Accessibility() {}

    static List<String> violations(Page page) {
        return violations(axe(page).withTags(WCAG));
    }

    static List<String> violationsOfColours(Page page) {
        return violations(axe(page).withRules(OF_COLOURS));
    }

    /**
     * In the page itself: axe's default opens a second page for each scan, for frames of other origins, which we do not
     * have.
     */
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .toList();
    }
}
