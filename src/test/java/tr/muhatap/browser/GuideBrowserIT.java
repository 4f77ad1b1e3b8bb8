package tr.muhatap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/**
 * Performs the tasks of the user guide, section by section: its bold terms have to be on the screen, and its picture is
 * the screen. {@code -Dmuhatap.kilavuz=yaz} updates the pictures; otherwise those in the guide have to look like the
 * screen.
 */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuideBrowserIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("src/main/resources/static/img/kilavuz");
    private static final Path README_PICTURE = Path.of("src/docs/images/gorev.png");
    private static final boolean WRITES = "yaz".equals(System.getProperty("muhatap.kilavuz"));

    /** Pictures are compared on a coarse grid, since numbers and dates change every day. */
    private static final int GRID = 24;

    /** Of 255: more than changed text, less than a moved element. */
    private static final double LARGEST_DIFFERENCE = 12;

    private static final int WIDTH = 1200;

    private static final String WORDS_ON_SCREEN = "() => [document.body.innerText, ...[...document.querySelectorAll("
            + "'input,option,[aria-label],[title],[placeholder]')].map(e => [e.textContent, e.value, e.placeholder, e.title,"
            + " e.getAttribute('aria-label')].join(' '))].join(' ')";

    @LocalServerPort
    private int port;

    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final TreeSet<String> taken = new TreeSet<>();
    private Browser browser;
    private Office office;

    @BeforeAll
    void readsTheGuide() {
        browser = Chromium.browser();
        office = new Office(port);
        var reader = as("denetci");
        reader.navigate(address("/kilavuz"));
        var guides = reader.locator("main ul").last().locator("a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        for (var guide : guides) {
            reader.navigate(address(guide));
            for (var section : reader.locator("section[id]").all()) {
                String picture = guide.substring(guide.lastIndexOf('/') + 1) + "-" + section.getAttribute("id");
                assertThat(section.locator("img").getAttribute("src")).isEqualTo("/img/kilavuz/" + picture + ".png");
                words.put(picture, section.locator("b").allInnerTexts());
            }
        }
    }

    @AfterAll
    void noPages() {
        Chromium.closePages();
    }

    @Test
    @Order(1)
    void theDeskTakesAnApplicationAndReviewsIt() {
        String phone = "0532%07d".formatted(Math.floorMod(Office.unique().hashCode(), 10_000_000));
        office.register("operator", Office.call().replace("0532 111 22 33", phone));
        var page = as("operator");
        page.navigate(address("/kabul?kanal=ALO_153&tel=" + phone));
        page.locator("#kisiler .bulunan").waitFor();
        page.getByText("Başvuru sahibi bu").first().click();
        assertThat(page.locator("#lastName")).hasValue("Işık");
        page.waitForFunction("() => window.htmx && document.readyState === 'complete'");
        page.locator("#kind").selectOption("SIKAYET");
        page.locator("#topicWords").pressSequentially("çukur");
        page.locator("#konular .secilen").waitFor();
        page.locator("#subject").fill("Çukur – Gül Sokağı");
        page.locator("#text").fill("Yağmurdan sonra açıldı.");
        page.locator("#benzerler .bulunan").waitFor();
        picture("kabul-masasi-kabul", page.locator("main"));
        page.locator("button[value=kaydet]").click();
        page.locator("text=Alındı belgesi").first().waitFor();
        // Its script is a module, loaded after the page
        page.locator("[data-yazdir]").waitFor();
        picture("kabul-masasi-fis", page.locator("main"));

        String unclear = office.register("masa", inWords("BEYAZ_MASA"));
        var form = opens("masa", "Ön inceleme", unclear);
        form.getByLabel("Kabul", new Locator.GetByLabelOptions().setExact(true)).check();
        picture("kabul-masasi-inceleme", as("masa").locator(".task-details"));
        completes("masa");
    }

    @Test
    @Order(2)
    void theInformationUnitReviewsExtendsAndCharges() {
        String number = office.register(
                "istemci",
                Office.application("BILGI_EDINME")
                        .replace("Başvuru – İğde Sokağı", "Ağaçlandırma giderleri")
                        .replace("ğüşıöç ĞÜŞİÖÇ", "2025 yılının ağaçlandırma giderlerinin dökümünü istiyorum."));
        var form = opens("bilgi", "Ön inceleme", number);
        form.getByLabel("Kabul", new Locator.GetByLabelOptions().setExact(true)).check();
        picture("bilgi-edinme-inceleme", as("bilgi").locator(".task-details"));
        completes("bilgi");
        Office.does(office.complete("bilgi", number, "Birime_Sevk", "birim", "fen-isleri"));

        var page = as("bilgi");
        page.navigate(address("/dosya/" + number));
        page.locator("summary", withText("Süreyi uzat")).click();
        page.locator("#ground").selectOption("BASKA_BIRIM");
        page.locator("#extension-reason").fill("Bilgi arşiv biriminden istenecektir.");
        picture("bilgi-edinme-sure-uzatimi", page.locator("details[open]"));
        page.locator("details[open] button").click();
        assertThat(page.locator("main")).containsText("30 iş günü");

        page.locator("summary", withText("Ücret bildir")).click();
        page.locator("#amount").fill("125,50");
        page.locator("#pages").fill("40");
        picture("bilgi-edinme-ucret", page.locator("details[open]"));
        page.locator("details[open] button").click();
        assertThat(page.locator("main")).containsText("Ödemeyi kaydet");
    }

    @Test
    @Order(3)
    void publicRelationsRouteAUnitAnswersTheyApproveAndBringIt() {
        String number = office.register(
                "istemci", inWords("CIMER").replace("\"subject\"", "\"topic\":\"yol-cukur\",\"subject\""));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        var many = as("halkla");
        many.navigate(address("/toplu-islem?is=SEVK&kanal=CIMER"));
        many.locator("li", withText(number)).locator("input").check();
        many.locator("input[name=islem][value=SEVK]").check();
        many.getByText("Ön izle", new Page.GetByTextOptions().setExact(true)).click();
        picture("halkla-iliskiler-toplu-islem", many.locator("main"));
        opens("halkla", "Birime sevk", number);
        assertThat(as("halkla").locator("#birim")).not().hasValue("");
        picture("halkla-iliskiler-sevk", as("halkla").locator(".task-details"));
        readmesPicture(as("halkla"));
        as("halkla").locator("#birim").selectOption("fen-isleri");
        completes("halkla");

        var unit = as("fen");
        unit.navigate(address("/camunda/app/tasklist/default/"));
        unit.getByText("Birimimin havuzu").first().click();
        unit.locator("ol.tasks-list li.task .muhatap-kanal").first().waitFor();
        window("birim-gorevler", unit);

        var form = opens("fen", "Cevap hazırlama", number);
        form.getByLabel("Şablondan al").selectOption("genel-olumlu");
        form.getByText("Metne ekle").click();
        assertThat(form.getByText("Taslak kaydedildi")).isVisible();
        form.getByLabel("Cevap hazır, onaya gönder").check();
        picture("birim-cevap", unit.locator(".task-details"));
        completes("fen");

        form = opens("halkla", "Cevap onayı", number);
        form.getByLabel("Onayla ve gönder").check();
        picture("halkla-iliskiler-onay", as("halkla").locator(".task-details"));
        completes("halkla");

        var page = as("halkla");
        var answer = page.locator("article", withText(number));
        for (int i = 0; i < 60 && answer.count() == 0; i++) {
            page.navigate(address("/teslim"));
            page.waitForTimeout(500);
        }
        picture("halkla-iliskiler-teslim", answer.first());
        answer.getByRole(AriaRole.BUTTON).first().click();

        String open = office.register("masa", inWords("BEYAZ_MASA"));
        page.navigate(address("/dosya/" + open));
        window("halkla-iliskiler-dosya", page);

        page.navigate(address("/basvurular?kanal=CIMER"));
        window("halkla-iliskiler-basvurular", page);
    }

    @Test
    @Order(4)
    void managersStepIn() {
        String late = office.register(
                "istemci",
                inWords("ACIK_KAPI")
                        .replace(
                                "\"kind\"",
                                "\"receivedAt\":\"" + OffsetDateTime.now().minusDays(60) + "\",\"kind\""));
        for (var level : List.of("yonetici", "mudur")) {
            var form = opens(level, level.equals("mudur") ? "Şube Müdürü müdahalesi" : "Yönetici müdahalesi", late);
            form.getByLabel("Birimi uyar (e-posta gider)").check();
            form.getByLabel("Not (kayda geçer)").fill("Bugün cevaplanmasını rica ederim.");
            picture(
                    (level.equals("mudur") ? "sube-muduru" : level) + "-mudahale",
                    as(level).locator(".task-details"));
            completes(level);
        }
        as("yonetici").navigate(address("/sablonlar"));
        picture("yonetici-sablonlar", as("yonetici").locator("main"));
        as("yonetici").navigate(address("/raporlar/4982"));
        window("yonetici-raporlar", as("yonetici"));
    }

    @Test
    @Order(5)
    void theOthersLookAfterIt() {
        String number = office.answered("DIJITAL", inWords("DIJITAL"));
        var owner = as("surec");
        owner.navigate(address("/camunda/app/cockpit/default/#/dashboard"));
        owner.locator(".muhatap-kanallar tr").nth(8).waitFor();
        picture("surec-sahibi-kanallar", owner.locator(".muhatap-kanallar"));

        owner.navigate(address("/kurallar/hizmet-standartlari"));
        window("surec-sahibi-kurallar", owner);

        String tariff = "/api/v1/fee-tariffs/2099-01-01";
        Office.does(office.put("surec", tariff, """
                {"payAt":"Belediyemiz veznelerine","iban":"TR330006100519786457841326",
                 "prices":[{"item":"SAYFA","price":"1.50"},{"item":"CD","price":"20.00"}]}"""));
        owner.navigate(address("/ucret-tarifesi"));
        window("surec-sahibi-ucret-tarifesi", owner);
        Office.does(office.delete("surec", tariff));

        owner.navigate(address("/durum"));
        window("surec-sahibi-durum", owner);

        var auditor = as("denetci");
        auditor.navigate(address("/dosya"));
        auditor.getByLabel("Başvuru numarası").fill(number);
        auditor.keyboard().press("Enter");
        auditor.locator("ol.gecmis").waitFor();
        picture("denetci-dosya", auditor.locator("main"));
        auditor.navigate(address("/guvenlik-gunlugu"));
        window("denetci-guvenlik-gunlugu", auditor);

        var administrator = as("admin");
        administrator.navigate(address("/camunda/app/admin/default/#/users"));
        administrator.getByText("Kullanıcı listesi").first().waitFor();
        window("sistem-yoneticisi-kullanicilar", administrator);
        administrator.navigate(address("/open311-anahtarlari"));
        window("sistem-yoneticisi-open311", administrator);
    }

    @Test
    @Order(6)
    void everySectionWasDone() {
        assertThat(taken).containsExactlyElementsOf(new TreeSet<>(words.keySet()));
    }

    private static String inWords(String channel) {
        return Office.application(channel)
                .replace("Başvuru – İğde Sokağı", "Çukur – İğde Sokağı")
                .replace("ğüşıöç ĞÜŞİÖÇ", "Yağmurdan sonra yolun ortasında çukur açıldı.");
    }

    private void picture(String name, Locator part) {
        picture(name, part.page(), part::screenshot);
    }

    /** The upper part of the window. */
    private void window(String name, Page page) {
        picture(name, page, () -> page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, WIDTH, WIDTH / 2.0)));
    }

    /** Requires the section's terms on the screen, and compares its picture. */
    private void picture(String name, Page page, Supplier<byte[]> camera) {
        String screen = normal(String.valueOf(page.evaluate(WORDS_ON_SCREEN)));
        assertThat(words.get(name))
                .as(name)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(screen).contains(normal(word)));
        page.evaluate("() => document.activeElement && document.activeElement.blur()");
        var shot = camera.get();
        var file = PICTURES.resolve(name + ".png");
        try {
            Files.createDirectories(Path.of("target", "kilavuz"));
            Files.write(Path.of("target", "kilavuz", name + ".png"), shot);
            if (WRITES) {
                Files.write(file, shot);
            }
            assertThat(file).exists();
            assertThat(difference(Files.readAllBytes(file), shot)).as(name).isLessThan(LARGEST_DIFFERENCE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        taken.add(name);
    }

    /** README's picture of Tasklist. Its list changes each time, so the picture is not compared. */
    private static void readmesPicture(Page page) {
        assertThat(page.locator(".ce-eol-banner").first()).isHidden();
        assertThat(page.getByText("Görev listesi").first()).isVisible();
        try {
            if (WRITES) {
                Files.write(README_PICTURE, page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, WIDTH, 850)));
            }
            assertThat(Files.readString(Path.of("README.md"))).contains("(" + README_PICTURE + ")");
            assertThat(ImageIO.read(README_PICTURE.toFile()).getWidth()).isEqualTo(WIDTH);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String normal(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Mean difference of two pictures on the grid. */
    private static double difference(byte[] one, byte[] other) throws IOException {
        var a = grid(one);
        var b = grid(other);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    private static double[] grid(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        var sums = new double[GRID * GRID];
        var counts = new int[GRID * GRID];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int cell = y * GRID / image.getHeight() * GRID + x * GRID / image.getWidth();
                int rgb = image.getRGB(x, y);
                sums[cell] += ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3.0;
                counts[cell]++;
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] /= Math.max(1, counts[cell]);
        }
        return sums;
    }

    /** Opens a task in Tasklist and claims it. */
    private Locator opens(String user, String task, String number) {
        var page = as(user);
        Tasklist.card(page, address(""), number)
                .filter(new Locator.FilterOptions().setHasText(task))
                .click();
        var form = page.locator("form.basvuru-formu");
        assertThat(form.locator("h2")).containsText(number);
        page.getByText("Üstlen", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(complete(page)).isEnabled();
        return form;
    }

    private void completes(String user) {
        var page = as(user);
        complete(page).click();
        assertThat(page.locator("form.basvuru-formu")).hasCount(0);
    }

    private static Locator complete(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tamamla").setExact(true));
    }

    private Page as(String user) {
        return pages.computeIfAbsent(user, this::signedIn);
    }

    private Page signedIn(String user) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale("tr-TR")
                        .setTimezoneId("Europe/Istanbul")
                        .setViewportSize(WIDTH, 1250))
                .newPage();
        page.setDefaultTimeout(LONGEST_WAIT.toMillis());
        page.navigate(address("/giris"));
        page.getByLabel("Kullanıcı adı").fill(user);
        page.getByLabel("Parola").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Giriş yap"))
                .click();
        page.waitForURL(address("/"));
        return page;
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
