package tr.muhatap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Visits the main pages of Camunda's apps and finds no English text. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CamundaAppsBrowserIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Words of the original pages; none of them is also Turkish. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(Dashboard|Running|Instances?|Definitions?|Process(?:es)?|Decisions?|Deployments?|Deployed|Batch(?:es)?"
                    + "|Incidents?|Variables?|Jobs|Users?|Groups?|Tenants?|Authorizations?|System|Settings|Metrics"
                    + "|Sign in|Log in|Log out|Please|Welcome|Profile|Password|Applications|Links|Tasks?|Filters?"
                    + "|Name|Type|State|Scope|Value|Created|Started|Loading|Search|Save|Cancel|Delete|Edit|Add|More"
                    + "|Home|Powered by|minutes|hours|days|January|November|December|Sunday|Sun|Mon|Tue|Wed|Thu|Fri"
                    + "|When|And|Then|Unique|string|boolean|integer|String|Date|null|Actions|zoom|Toggle|SEARCH_PLACEHOLDER|DUE_DATE|CAM_[A-Z_]+|PLGN_[A-Z_]+)\\b");

    /** The engine's own names of permissions stay as they are. */
    private static final Pattern PERMISSIONS = Pattern.compile("\\b(READ|UPDATE|CREATE|DELETE|RETRY|TASK)_[A-Z_]+\\b");

    /** Texts of tips, placeholders and icons. */
    private static final String TIPS =
            "[...document.querySelectorAll('[title], [placeholder], [aria-label]')].filter(e => e.offsetParent)"
                    + ".flatMap(e => [e.title, e.placeholder, e.ariaLabel]).filter(Boolean).join('\\n')";

    @LocalServerPort
    private int port;

    private Browser browser;

    /** Refused requests of the apps: calls without a row of the table, or of another role. */
    private final List<String> refused = new CopyOnWriteArrayList<>();

    @BeforeAll
    void browser() {
        browser = Chromium.browser();
    }

    @AfterEach
    void signedOut() {
        Chromium.closePages();
        refused.clear();
    }

    @Test
    void cockpitSpeaksTurkish() {
        String number = new Office(port).register("istemci", Office.application("DIJITAL"));
        var page = signedIn("surec");

        visit(page, "cockpit/default/#/dashboard", "Çalışan süreç örnekleri");
        visit(page, "cockpit/default/#/decisions", "Hizmet standartları");
        follow(page, "Hizmet standartları", "Eşleşme kuralı:");
        isAccessible(page);
        visit(page, "cockpit/default/#/repository", "Dağıtım zamanı");
        visit(page, "cockpit/default/#/tasks", "Gruplara göre atamalar");
        visit(page, "cockpit/default/#/processes", "dağıtılmış süreç tanımı");
        isAccessible(page);
        follow(page, "Dijital başvuru", "Tanımın anahtarı:");
        isAccessible(page);
        openTab(page, "Sorunlar", "Sorun yok");
        openTab(page, "Arka plan işi tanımları", "Arka plan işi önceliği");
        openTab(page, "Süreç örnekleri", number);
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(number))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        speaksTurkish(page, "Örneğin kimliği:");
        assertThat(page.locator("body")).not().containsText(Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:"));
        openTab(page, "Kullanıcı görevleri", "Ön inceleme");
        openTab(page, "Değişkenler", "gecSaati");
        openTab(page, "Arka plan işleri", "Çalışma zamanı");
        isAccessible(page);

        Tasklist.card(page, address(), number).click();
        speaksTurkish(page, "Şema");
        assertThat(page.locator("form.basvuru-formu")).isVisible();
        assertThat(page.locator(".claim")).isHidden();
    }

    @Test
    void adminSpeaksTurkish() {
        var page = signedIn("admin");

        visit(page, "admin/default/#/", "Yeni kullanıcı oluştur");
        assertThat(page.getByText("Yetkileri yönet")).hasCount(0);
        assertThat(page.getByText("Kiracılar").filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        visit(page, "admin/default/#/users", "Kullanıcı listesi");
        visit(page, "admin/default/#/users/masa?tab=profile", "Profili güncelle");
        visit(page, "admin/default/#/user-create", "Yeni kullanıcı oluştur");
        visit(page, "admin/default/#/groups", "Grup listesi");
        visit(page, "admin/default/#/system?section=system-settings-general", "Süreç motoru");
        visit(page, "admin/default/#/system?section=system-settings-metrics", "Yürütme ölçümleri");
    }

    @Test
    void welcomeAndTasklistSpeakTurkish() {
        var page = signedIn("halkla");

        visit(page, "welcome/default/", "Uygulamalar");
        page.getByText("Parolayı değiştir").first().click();
        speaksTurkish(page, "Mevcut parola");
        isAccessible(page);
        String number = new Office(port).register("istemci", Office.application("DIJITAL"));
        Tasklist.card(page, address(), number).click();
        speaksTurkish(page, "Tamamla");
        isAccessible(page);
        openTab(page, "Şema", number);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Büyüt"))
                .waitFor();
        openTab(page, "Açıklama", number);
    }

    /** What the app asks for by itself stays unanswered. */
    @Test
    void noPageIsDrawnBeforeItsWordsAreThere() {
        var page = signedIn("halkla");
        var held = new ArrayList<Route>();
        page.route("**/locales/tr.json?bust=*", held::add);
        visit(page, "tasklist/default/", "Üstlendiğim görevler");
        assertThat(held).as("what the app asks for by itself").isNotEmpty();
    }

    /** The main task of an administrator: a new user, who signs in. */
    @Test
    void theAdministratorMakesAUser() {
        String user = "yeni" + Office.unique().replaceAll("[^a-zA-Z0-9]", "").toLowerCase(Locale.ROOT);
        var page = signedIn("admin");
        visit(page, "admin/default/#/user-create", "Yeni kullanıcı oluştur");
        page.fill("#inputUserId", user);
        page.fill("#inputPassword", "Uzun bir parola 1");
        page.fill("#inputPasswordRepeat", "Uzun bir parola 1");
        page.fill("#inputFirstname", "Gülşen");
        page.fill("#inputLastname", "Işık");
        var make = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yeni kullanıcı oluştur"));
        var made = page.waitForResponse(response -> response.url().endsWith("/user/create"), make::click);
        assertThat(made.ok()).isTrue();
        page.getByText("Kullanıcı listesi").first().waitFor();
        assertThat(signedIn(user, "Uzun bir parola 1").locator("header")).containsText("Gülşen Işık");
    }

    private void visit(Page page, String address, String seen) {
        page.navigate("about:blank");
        page.navigate(address() + "/camunda/app/" + address);
        speaksTurkish(page, seen);
    }

    private void follow(Page page, String link, String seen) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        speaksTurkish(page, seen);
    }

    private void openTab(Page page, String tab, String seen) {
        page.locator(".nav-tabs").getByText(tab, exactly()).click();
        speaksTurkish(page, seen);
    }

    private void speaksTurkish(Page page, String seen) {
        // Tasklist keeps the number in its cards, too, unseen
        assertThat(page.getByText(seen)
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_WAIT.toMillis()));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("camunda-" + seen.replaceAll("[^\\p{L}\\p{N}]+", "-") + ".png")));
        var told = page.title() + "\n" + page.locator("body").innerText() + "\n" + page.evaluate(TIPS);
        var words = ENGLISH.matcher(PERMISSIONS.matcher(told).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(words).as(page.url()).isEmpty();
        assertThat(page.locator("html")).hasAttribute("lang", "tr");
        assertThat(refused).as(page.url()).isEmpty();
    }

    private static void isAccessible(Page page) {
        // What our scripts name, they name a moment after it is drawn
        page.waitForTimeout(500);
        assertThat(Accessibility.violations(page)).as(page.url()).isEmpty();
    }

    private Page signedIn(String user) {
        return signedIn(user, "demo");
    }

    private Page signedIn(String user, String password) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale("tr-TR")
                        .setTimezoneId("Europe/Istanbul")
                        .setViewportSize(1400, 1000))
                .newPage();
        page.onResponse(answer -> {
            if (answer.status() >= 400 && answer.url().contains("/camunda/api/")) {
                refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
            }
        });
        page.navigate(address() + "/giris");
        page.getByLabel("Kullanıcı adı").fill(user);
        page.getByLabel("Parola").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Giriş yap"))
                .click();
        page.waitForURL(address() + "/");
        return page;
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
