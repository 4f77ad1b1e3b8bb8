package tr.muhatap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Files and letters in the browser: submitted with an application, added to an answer, viewed. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesBrowserIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final byte[] CONTENT = "%PDF-1.7\nğüşıöç".getBytes(StandardCharsets.UTF_8);

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
    void aCitizenSendsAFileWithTheApplicationAndFindsItAgainWithoutAnyScript() throws IOException {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800))) {
            var page = context.newPage();
            page.navigate(address("/basvuru"));
            page.setInputFiles(
                    "#file", new FilePayload("kötü.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
            fillIn(page);
            page.getByText("Başvuruyu gönder").click();
            assertThat(page.locator("[role=alert]").innerText()).contains("Ekler: “kötü.pdf”", "türlerden değil");
            assertThat(page.inputValue("#subject")).isEqualTo("Çukur");
            page.setInputFiles("#file", new FilePayload("İğde Sokağı.pdf", "application/pdf", CONTENT));
            page.getByText("Başvuruyu gönder").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Başvurunuz alındı");
            page.getByText("Başvurumu takip et").click();
            var download =
                    page.waitForDownload(() -> page.getByText("İğde Sokağı.pdf").click());
            assertThat(download.suggestedFilename()).isEqualTo("İğde Sokağı.pdf");
            assertThat(Files.readAllBytes(download.path())).isEqualTo(CONTENT);
        }
    }

    @Test
    void aCitizenCompletesAnApplicationWithAFile() {
        var office = new Office(port);
        var registered = office.post("istemci", "/api/v1/basvurular", Office.application("DIJITAL"))
                .body();
        String number = registered.get("number").asText();
        Office.does(office.put("halkla", "/api/v1/basvurular/" + number + "/gerekce", "{\"text\":\"İmza yok.\"}"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "EKSIK"));
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800))) {
            var page = context.newPage();
            page.navigate(address("/takip?number=" + number));
            assertThat(page.inputValue("#number")).isEqualTo(number);
            page.fill("#code", registered.get("trackingCode").asText());
            page.getByText("Göster").click();
            page.locator("summary", new Page.LocatorOptions().setHasText("Eksik bilgiyi tamamla"))
                    .click();
            page.fill("#tamamla", "İmzalı dilekçem ektedir.");
            page.setInputFiles("#file", new FilePayload("dilekçe.pdf", "application/pdf", CONTENT));
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve("takip-tamamla.png")));
            page.locator("form[action='/takip/tamamla'] button").click();
            assertThat(page.locator("main").innerText())
                    .contains("İşleminiz kaydedildi", "dilekçe.pdf", "Başvurunun eki");
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve("takip-ekler.png")));
        }
    }

    @Test
    void theUnitAddsAFileToItsAnswerInTheTasksForm() {
        String number = new Office(port).atTheUnit("DIJITAL", Office.application("DIJITAL"));
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1200))) {
            var page = signedIn(context.newPage(), "fen");
            page.setDefaultTimeout(LONGEST_WAIT.toMillis());
            Tasklist.card(page, address(""), number).click();
            page.getByText("Üstlen", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Tamamla").setExact(true)))
                    .isEnabled();
            var form = page.locator("form.basvuru-formu");
            form.getByLabel("Cevabın ekleri").setInputFiles(new FilePayload("Keşif.pdf", "application/pdf", CONTENT));
            assertThat(form.getByText("Ek yüklendi.")).isVisible();
            assertThat(form.locator(".ekler")).containsText("Keşif.pdf");
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("cevap-ekleri.png")));
            form.getByLabel("Cevabın ekleri")
                    .setInputFiles(
                            new FilePayload("x.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
            assertThat(form.getByText("Ek yüklenmedi")).isVisible();
            form.getByLabel("Keşif.pdf ekini kaldır").click();
            assertThat(form.locator(".ekler")).not().containsText("Keşif.pdf");
        }
    }

    @Test
    void nothingStandsInAnybodysWay() {
        String number = new Office(port).atTheUnit("DIJITAL", Office.application("DIJITAL"));
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var context = browser.newContext(
                    new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(390, 800))) {
                var page = signedIn(context.newPage(), "admin");
                page.navigate(address("/dosya/" + number + "/ekler"));
                page.setInputFiles(
                        "#dosya-CEVAP",
                        new FilePayload(
                                "Çok uzun bir ad taşıyan keşif raporu ve ekleri, ".repeat(4) + ".pdf",
                                "application/pdf",
                                CONTENT));
                page.getByText("Ekle", new Page.GetByTextOptions().setExact(true))
                        .last()
                        .click();
                isAccessible(page, "ekler-" + scheme);
                page.setInputFiles(
                        "#dosya-CEVAP",
                        new FilePayload("x.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
                page.getByText("Ekle", new Page.GetByTextOptions().setExact(true))
                        .last()
                        .click();
                isAccessible(page, "ekler-hata-" + scheme);
                page.navigate(address("/dosya/" + number + "/yazilar"));
                page.locator("summary").all().forEach(summary -> summary.click());
                isAccessible(page, "yazilar-" + scheme);
                page.navigate(address("/basvuru"));
                isAccessible(page, "basvuru-" + scheme);
            }
        }
    }

    private static void fillIn(Page page) {
        page.fill("#subject", "Çukur");
        page.selectOption("#kind", "SIKAYET");
        page.fill("#text", "Çukur var.");
        page.fill("#firstName", "Ayşe");
        page.fill("#lastName", "Işık");
        page.fill("#email", "ayse@ornek.example");
    }

    private static void isAccessible(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(what + ".png")));
        assertThat(Accessibility.violations(page)).as(what).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(what + " is not wider than a phone")
                .isEqualTo(390);
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
