package tr.muhatap.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Finds a task in Tasklist, however many other tests have left there: among all of them, the newest first. */
final class Tasklist {

    private static final String NEWEST_FIRST =
            URLEncoder.encode("[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]", StandardCharsets.UTF_8);

    private Tasklist() {}

    /** The card that shows this text, on a page that is signed in. */
    static Locator card(Page page, String address, String text) {
        // From elsewhere, since a change of the fragment alone loads nothing
        page.navigate("about:blank");
        page.navigate(address + "/camunda/app/tasklist/default/#/?sorting=" + NEWEST_FIRST);
        page.getByText("Tümü").first().click();
        return page.locator("ol.tasks-list li.task").filter(new Locator.FilterOptions().setHasText(text));
    }
}
