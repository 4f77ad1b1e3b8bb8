package tr.muhatap.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Finds a task in Tasklist, however many other tests have left: in the list of all tasks, newest first. */
final class Tasklist {

    private static final String NEWEST_FIRST = encoded("[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]");
    private static final Pattern NUMBER = Pattern.compile("\\d{4}-\\d{6,}");

    private Tasklist() {}

    /** The card that shows this text, on a page that is signed in. */
    static Locator card(Page page, String address, String text) {
        String app = address + "/camunda/app/tasklist/default/";
        String place = "#/?sorting=" + NEWEST_FIRST + searchFor(text);
        if (page.url().startsWith(app) && page.locator("ol.tasks-list").isVisible()) {
            // The app looks elsewhere by itself; to load it again takes seconds
            page.evaluate("place => { location.hash = place; }", place);
        } else {
            page.navigate(app + place);
        }
        page.getByText("Tümü").first().click();
        return page.locator("ol.tasks-list li.task").filter(new Locator.FilterOptions().setHasText(text));
    }

    /**
     * The newest tasks are on the first page only if no test has moved the clock back: searches for the application.
     */
    private static String searchFor(String text) {
        var number = NUMBER.matcher(text);
        return number.find()
                ? "&searchQuery="
                        + encoded("[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\""
                                + number.group() + "\",\"name\":\"\"}]")
                : "";
    }

    private static String encoded(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8);
    }
}
