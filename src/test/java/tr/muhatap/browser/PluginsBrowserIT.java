package tr.muhatap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Our own plugins inside Camunda's apps. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsBrowserIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TaskService taskService;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeAll
    void aBrowser() {
        browser = Chromium.browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT.toMillis());
    }

    @AfterAll
    void noPages() {
        Chromium.closePages();
    }

    @Test
    void aTasksCardSaysWhatIsLeftInOneRequestForTheWholeListTheEarliestLastDayFirst() {
        var office = new Office(port);
        String late = office.register("istemci", Office.application("CIMER"));
        office.register("istemci", Office.application("ACIK_KAPI"));
        // No other test has one as late as this
        jdbc.sql(
                        "update basvuru set deadline_last_day = date '2026-01-02', escalation_level = 1 where number = :number")
                .param("number", late)
                .update();
        var task = taskService
                .createTaskQuery()
                .taskId(office.task(late, "On_Inceleme"))
                .singleResult();
        task.setDueDate(Date.from(Instant.parse("2020-01-02T20:59:59Z")));
        taskService.saveTask(task);
        try (var context = browser.newContext(options(1400, 1000))) {
            var page = signedIn(context.newPage(), "halkla");
            var requests = requestsFrom(page);
            page.navigate(address("/camunda/app/tasklist/default/"));
            page.getByText("Tümü").first().click();

            var first = page.locator("ol.tasks-list li.task").first();
            assertThat(first).containsText(late);
            assertThat(first.locator(".muhatap-rozet")).hasCount(1);
            assertThat(first.locator(".muhatap-rozet .glyphicon")).hasCount(1);
            assertThat(first).containsText("süresi geçti");
            assertThat(first).containsText("üst amire iletildi");
            assertThat(first).containsText("02.01.2026");
            assertThat(first.locator(".muhatap-kanal")).hasText("CİMER");
            int cards = page.locator("ol.tasks-list li.task").count();
            assertThat(page.locator(".muhatap-kanal")).hasCount(cards);
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("kartlar.png")));
            // Every list says how many tasks it has
            assertThat(page.locator(".task-filter .muhatap-sayi")).hasCount(8);
            // One list for the filter that stands open at first, one for the filter that was picked
            assertThat(cards).isGreaterThan(1);
            assertThat(requests.stream().filter(request -> request.contains("/gorev-kartlari")))
                    .hasSizeBetween(1, 2);
        }
    }

    /**
     * The engine's criteria are hidden; what people call an application finds its tasks, in the list that stands open.
     */
    @Test
    void oneFieldSearchesTheList() {
        var office = new Office(port);
        String number =
                office.register("istemci", Office.application("CIMER").replace("İğde Sokağı", "Pelikan Heykeli"));
        office.register("istemci", Office.application("CIMER"));
        try (var context = browser.newContext(options(1400, 1000))) {
            var page = signedIn(context.newPage(), "halkla");
            page.navigate(address("/camunda/app/tasklist/default/"));
            page.getByText("Tümü").first().click();
            var cards = page.locator("ol.tasks-list li.task");
            assertThat(cards).not().hasCount(0);
            assertThat(page.locator("[cam-widget-search]")).isHidden();
            var field = page.getByLabel("Görevlerde ara");

            field.fill("pelikan");
            field.press("Enter");
            assertThat(cards).hasCount(1);
            assertThat(cards).containsText(number);
            field.fill("pelikanlar");
            field.press("Enter");
            assertThat(cards).hasCount(0);
            assertThat(page.getByText("0 başvuru bulundu.")).isVisible();
            field.fill("");
            field.press("Enter");
            assertThat(cards).not().hasCount(0);

            cards.first().click();
            page.locator(".nav-tabs").getByText("Geçmiş").click();
            assertThat(page.locator(".muhatap-gecmis table")).containsText("Başvuru kaydedildi");
            assertThat(page.locator("nav, [cam-widget-header]")
                            .getByText("Başvurular")
                            .first())
                    .hasAttribute("href", "/basvurular");
        }
    }

    @Test
    void aClerkClaimsAndAnswersOnAPhone() {
        String number = new Office(port).atTheUnit("DIJITAL", Office.application("DIJITAL"));
        try (var context =
                browser.newContext(options(390, 844).setHasTouch(true).setIsMobile(true))) {
            var page = signedIn(context.newPage(), "fen");
            page.setDefaultTimeout(LONGEST_WAIT.toMillis());
            Tasklist.card(page, address(""), number).tap();
            var form = page.locator("form.basvuru-formu");
            assertThat(form.locator("h2")).containsText(number);
            assertThat(form.locator("h2")).isInViewport();
            page.getByText("Üstlen", new Page.GetByTextOptions().setExact(true)).tap();
            var complete = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Tamamla").setExact(true));
            assertThat(complete).isEnabled();
            form.getByLabel("Cevap hazır, onaya gönder").check();
            complete.tap();
            assertThat(form.locator(".basvuru-hata li")).hasCount(2);
            assertThat(form.locator("#metin")).hasAttribute("aria-invalid", "true");
            form.locator(".basvuru-hata a").getByText("Cevap metnini yazın.").tap();
            assertThat(form.locator("#metin")).isFocused();
            form.getByLabel("Cevap metni").fill("Çukur kapatıldı.");
            form.getByLabel("Sonuç").selectOption("OLUMLU");
            assertThat(form.getByText("Taslak kaydedildi")).isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("telefonda-cevap.png")));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            complete.tap();
            assertThat(page.locator("ol.tasks-list li.task")).hasCount(0);
            assertThat(form).hasCount(0);
        }
    }

    @Test
    void theOwnerOfTheProcessSeesChannelsHeatAndHistoryInCockpit() {
        var office = new Office(port);
        String number = office.atTheUnit("DIJITAL", Office.application("DIJITAL"));
        try (var context = browser.newContext(options(1400, 1000))) {
            var page = signedIn(context.newPage(), "surec");
            page.setDefaultTimeout(LONGEST_WAIT.toMillis());
            var requests = requestsFrom(page);

            page.navigate(address("/camunda/app/cockpit/default/#/dashboard"));
            var channels = page.locator(".muhatap-kanallar");
            assertThat(channels.getByRole(AriaRole.ROW)).hasCount(9);
            assertThat(channels).containsText("Şube Müdüründe");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve("cockpit-kanallar.png")));

            page.navigate(address("/camunda/app/cockpit/default/#/processes"));
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName("Dijital başvuru")
                                    .setExact(true))
                    .first()
                    .click();
            page.getByText("Isı haritası").click();
            assertThat(page.locator("[data-element-id=Birime_Sevk][class*=muhatap-isi-]"))
                    .hasCount(1);
            assertThat(page.locator(".muhatap-isi-yazi")
                            .filter(new Locator.FilterOptions().setHasText("×"))
                            .first())
                    .isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("cockpit-isi.png")));
            page.getByText("Isı haritası").click();
            assertThat(page.locator(".muhatap-isi-yazi")).hasCount(0);

            page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            page.locator(".nav-tabs")
                    .getByText("Geçmiş", new Locator.GetByTextOptions().setExact(true))
                    .click();
            var past = page.locator(".muhatap-gecmis");
            assertThat(past).containsText("Birime sevk edildi");
            assertThat(past).containsText(number + " dosyasını aç");
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("cockpit-gecmis.png")));

            assertThat(requests.stream().filter(request -> request.contains("/api/v1/")))
                    .as("requests to our own API on three pages")
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    private static List<String> requestsFrom(Page page) {
        var requests = new ArrayList<String>();
        page.onRequest(request -> requests.add(request.url()));
        return requests;
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions()
                .setLocale("tr-TR")
                .setTimezoneId("Europe/Istanbul")
                .setViewportSize(width, height);
    }

    private Page signedIn(Page page, String user) {
        page.navigate(address("/giris"));
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", "demo");
        page.locator("main button[type=submit]").click();
        page.waitForURL(address("/"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
