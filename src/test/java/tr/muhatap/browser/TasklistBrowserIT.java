package tr.muhatap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.EachChannel;

/** Carries one application of each channel through Tasklist until it is closed. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasklistBrowserIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    private final Map<String, Page> pages = new HashMap<>();
    private Browser browser;

    @BeforeAll
    void browser() {
        browser = Chromium.browser();
    }

    @AfterAll
    void noPages() {
        Chromium.closePages();
    }

    @ParameterizedTest
    @EachChannel
    void anApplicationOfEachChannelFromReviewToItsEnd(Channel channel) {
        String number = registers(channel);

        completes(Office.reviewer(channel.name()), "Ön inceleme", number, form -> {
            assertThat(form.locator("p.metin")).containsText("ğüşıöç ĞÜŞİÖÇ <b>büyük</b>");
            form.getByLabel("Kabul", exactly()).check();
        });
        completes(
                Office.router(channel.name()),
                "Birime sevk",
                number,
                form -> form.getByLabel("Birim", exactly()).selectOption("fen-isleri"));
        completes("fen", "Cevap hazırlama", number, form -> {
            assertThat(form.locator(".bilgiler")).not().containsText("Ayşe");
            form.getByLabel("Şablondan al").selectOption("genel-olumlu");
            form.getByText("Metne ekle").click();
            assertThat(form.getByLabel("Cevap metni"))
                    .hasValue(Pattern.compile(".*" + number + ".*gereği yapılmıştır."));
            assertThat(form.getByLabel("Sonuç")).hasValue("OLUMLU");
            form.getByLabel("Cevap metni").fill("Çukur kapatıldı; ilginize teşekkür ederiz.");
            assertThat(form.getByText("Taslak kaydedildi")).isVisible();
            form.getByLabel("Cevap hazır, onaya gönder").check();
        });
        completes("halkla", "Cevap onayı", number, form -> {
            assertThat(form.locator(".cevap-goster")).containsText("Çukur kapatıldı; ilginize teşekkür ederiz.");
            form.getByLabel("Onayla ve gönder").check();
        });

        assertThat(endOf(number).path("status").asText()).isEqualTo("KAPANDI");
    }

    /** Long late: both levels have it at once. */
    @Test
    void aLateApplicationIsSentOnByTheManagerUrgedByTheDirectorAndAnsweredByTheOtherUnit() {
        String receivedAt =
                OffsetDateTime.now(OfficeClock.ISTANBUL).minusDays(40).toString();
        var office = new Office(port);
        String number = office.register(
                "istemci",
                Office.application("DIJITAL").replaceFirst("\\{", "{\"receivedAt\":\"" + receivedAt + "\","));
        // Both levels are there before anybody works on it
        office.moveClock("PT0S");
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));

        completes(
                "mudur",
                "Şube Müdürü müdahalesi",
                number,
                form -> form.getByLabel("Birimi uyar").check());
        completes("yonetici", "Yönetici müdahalesi", number, form -> {
            form.getByLabel("Başka birime sevk et").check();
            form.getByLabel("Yeni birim").selectOption("park-bahceler");
        });
        completes("park", "Cevap hazırlama", number, form -> {
            form.getByLabel("Şablondan al").selectOption("genel-olumsuz");
            form.getByText("Metne ekle").click();
            form.getByLabel("Doldurun: neden").fill("ağaç koruma altında olduğu");
            form.getByLabel("Doldurun: neden").blur();
            assertThat(form.getByLabel("Cevap metni"))
                    .hasValue(Pattern.compile(".*, ağaç koruma altında olduğu nedeniyle.*"));
            assertThat(form.getByLabel("Doldurun: neden")).hasCount(0);
            form.getByLabel("Sonuç").selectOption("OLUMLU");
            form.getByLabel("Cevap metni").fill("Ağaç budandı.");
            assertThat(form.getByText("Taslak kaydedildi")).isVisible();
            form.getByLabel("Cevap hazır, onaya gönder").check();
        });

        var auditor = signsIn("denetci");
        auditor.locator("nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Başvuru dosyası"))
                .click();
        auditor.getByLabel("Başvuru numarası").fill(number);
        auditor.getByText("Dosyayı aç").click();
        assertThat(auditor.locator("main"))
                .containsText(
                        Pattern.compile("Yönetici birimi uyardı.*Yönetici başka birime sevk etti", Pattern.DOTALL));
        assertThat(auditor.locator("main")).containsText("Onayda");
        assertThat(auditor.locator("main form")).hasCount(0);
    }

    /**
     * A reload, the end of the session, a second author: no text is lost, and nobody overwrites another's unknowingly.
     */
    @Test
    void noDraftIsLost() {
        var office = new Office(port);
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var page = signsIn("fen", 1400);
        claims(page, number);

        page.locator("#metin").fill("Sonucu seçilmeden yazılan");
        page.reload();
        assertThat(page.locator(".geri-geldi")).isVisible();
        assertThat(page.locator("#metin")).hasValue("Sonucu seçilmeden yazılan");

        page.locator("#sonuc").selectOption("OLUMLU");
        assertThat(page.getByText("Taslak kaydedildi")).isVisible();
        page.context().clearCookies();
        page.locator("#metin").fill("Oturum bittikten sonra yazılan");
        page.waitForTimeout(3000);
        signIn(page, "fen");
        opens(page, number);
        assertThat(page.locator("#metin")).hasValue("Oturum bittikten sonra yazılan");
        assertThat(page.getByText("Taslak kaydedildi")).isVisible();

        Office.does(office.put("admin", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        page.locator("#metin").fill("Aynı anda yazılan");
        assertThat(page.locator(".cakisma")).containsText("Çukur kapatıldı; ğüşıöç ĞÜŞİÖÇ.");
        assertThat(page.locator("#metin")).hasValue("Aynı anda yazılan");
        assertThat(file(number).at("/answer/text").asText()).startsWith("Çukur kapatıldı");
        page.getByText("Kendi metnimi kaydet").click();
        assertThat(page.getByText("Taslak kaydedildi")).isVisible();
        assertThat(file(number).at("/answer/text").asText()).isEqualTo("Aynı anda yazılan");

        Office.does(office.post(
                "halkla", "/api/v1/basvurular/" + number + "/interim-answer", "{\"text\":\"Ekip yola çıktı.\"}"));
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.locator(".bu-arada")).containsText(Pattern.compile("Ara cevap verildi — .*halkla"));
    }

    /** One button claims and completes; faults, and a faster user, are reported without losing any input. */
    @Test
    void oneButtonTakesAndCompletes() {
        var office = new Office(port);
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var page = signsIn("fen");
        opens(page, number);
        var form = page.locator("form.basvuru-formu");
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Üstlen ve tamamla"));
        form.getByLabel("Birimimizin görevi değil, iade et").check();

        button.click();
        assertThat(form.locator(".basvuru-hata li")).hasCount(1);
        assertThat(form.locator("#gerekce")).hasAttribute("aria-invalid", "true");
        form.locator("#gerekce").fill("Yol ilçe belediyesinindir.");
        button.click();
        assertThat(page.getByText("görev tamamlandı")).isVisible();
        assertThat(page.locator("ol.tasks-list li.task")).hasCount(0, patiently());
        assertThat(file(number).path("status").asText()).isEqualTo("SEVK_BEKLIYOR");

        String other = office.atTheUnit("CIMER", Office.application("CIMER"));
        opens(page, other);
        form.locator("#gerekce").fill("Bizim değil.");
        form.getByLabel("Birimimizin görevi değil, iade et").check();
        Office.does(office.put("admin", "/api/v1/basvurular/" + other + "/cevap", Office.DRAFT));
        Office.does(office.complete("admin", other, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        button.click();
        assertThat(form.locator(".basvuru-hata")).containsText("Cevap hazırlama");
        assertThat(form.locator("#gerekce")).hasValue("Bizim değil.");
    }

    /** Another user was faster: the page names them, and the next task can still be claimed. */
    @Test
    void aRefusedClaimIsExplainedAndLeavesTheButtonAlone() {
        var office = new Office(port);
        String taken = office.atTheUnit("CIMER", Office.application("CIMER"));
        String free = office.atTheUnit("CIMER", Office.application("CIMER"));
        var page = signsIn("fen");
        opens(page, taken);
        Office.does(office.post(
                "admin",
                "/engine-rest/task/" + office.task(taken, "Cevap_Hazirlama") + "/claim",
                "{\"userId\":\"admin\"}"));

        page.getByText("Üstlen", new Page.GetByTextOptions().setExact(true)).click();

        page.getByText("Bu görevi “admin” üstlenmiş.").waitFor();
        assertThat(page.getByText("Bu görevi “admin” üstlenmiş.")).isVisible();
        claims(page, free);
    }

    @Test
    void anEndedSessionLeadsToTheSignInAndBackToTheTask() {
        String number = new Office(port).atTheUnit("CIMER", Office.application("CIMER"));
        var page = signsIn("fen");
        opens(page, number);
        page.context().clearCookies();

        page.getByText("Üstlen", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL(url -> url.contains("/giris"));
        page.getByLabel("Kullanıcı adı").fill("fen");
        page.getByLabel("Parola").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Giriş yap"))
                .click();

        page.locator("form.basvuru-formu h2").waitFor();
        assertThat(page.locator("form.basvuru-formu h2")).containsText(number);
    }

    /** The list keeps its scroll position: after selecting, claiming, and its own refreshing. */
    @Test
    void theListKeepsItsPlace() {
        var office = new Office(port);
        IntStream.range(0, 14).forEach(each -> office.register("istemci", Office.application("DIJITAL")));
        var page = signsIn("halkla");
        page.setViewportSize(1400, 500);
        page.navigate(address() + "/camunda/app/tasklist/default/#/");
        // Not every task that halkla sees may be claimed by halkla
        page.getByText("Birimimin havuzu").first().click();
        var cards = page.locator("ol.tasks-list li.task");
        cards.nth(7).locator(".muhatap-kanal").waitFor();
        cards.nth(6).scrollIntoViewIfNeeded();
        int place = listsPlace(page);
        assertThat(place).isPositive();

        cards.nth(6).click();
        page.locator("form.basvuru-formu h2").waitFor();
        assertThat(listsPlace(page)).isEqualTo(place);
        page.getByText("Üstlen", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("button.unclaim")).isVisible();
        assertThat(listsPlace(page)).isEqualTo(place);
    }

    private static int listsPlace(Page page) {
        return ((Number) page.locator("ol.tasks-list")
                        .evaluate("list => list.closest('.three-cols-layout-cell, .content').scrollTop"))
                .intValue();
    }

    /** A long word does not widen the form, which can be read before the task is claimed, too. */
    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void noWordMakesTheFormWiderThanItsPlace(int width) {
        String word = "Ğüşıöçİi".repeat(25);
        var office = new Office(port);
        String number = office.atTheUnit(
                "CIMER",
                Office.application("CIMER")
                        .replace("Başvuru – İğde Sokağı", word)
                        .replace("ğüşıöç ĞÜŞİÖÇ", word));
        office.form("halkla", "/dosya/" + number + "/not", "text", word);
        var page = signsIn("fen");
        opens(page, number);
        page.locator("form.basvuru-formu summary")
                .filter(new Locator.FilterOptions().setHasText("Geçmiş"))
                .click();
        assertThat(page.locator("form.basvuru-formu .gecmis")).isVisible();
        page.setViewportSize(width, 900);
        page.evaluate("() => document.querySelectorAll('form.basvuru-formu details').forEach(d => { d.open = true; })");

        assertThat(page.evaluate("() => [...document.querySelectorAll('form.basvuru-formu, form.basvuru-formu *')]"
                        + ".filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')"
                        + ".map(e => e.outerHTML.slice(0, 120))"))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fen", "admin"})
    void whatIsAlwaysRefusedIsNotOffered(String user) {
        String number = new Office(port).atTheUnit("CIMER", Office.application("CIMER"));
        var page = signsIn(user);
        opens(page, number);

        for (var closed : List.of("Takip tarihi belirle", "Yorum ekle", "Görev oluştur", "Süreç başlat")) {
            assertThat(page.getByText(closed).filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(0);
        }
        assertThat(page.locator(".reset-due-date, .reset-follow-up-date, .reset-assignee")
                        .filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        page.locator("[cam-tasklist-task-meta] .groups").click(new Locator.ClickOptions().setForce(true));
        page.locator("[cam-tasklist-task-meta] .due-date").click(new Locator.ClickOptions().setForce(true));
        assertThat(page.locator(".modal-dialog, [cam-tasklist-task-meta] .datepicker"))
                .hasCount(0);
    }

    /** The manager sees every task and may not claim a unit's; also on the model's tab. */
    @Test
    void aTaskOfOthersIsShownWithoutItsButton() {
        var office = new Office(port);
        String ofTheUnit = office.atTheUnit("CIMER", Office.application("CIMER"));
        var page = signsIn("yonetici");
        opens(page, ofTheUnit);

        assertThat(page.locator("form.basvuru-formu .basvuru-ozeti"))
                .containsText("Bu görev size veya grubunuza verilmediğinden yalnızca okuyabilirsiniz.");
        assertThat(page.locator("button.claim")).isHidden();
        assertThat(page.locator("[cam-tasklist-task-meta] .groups")).containsText("Fen İşleri");
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("Başkalarının görevi.png")));
        page.locator(".nav-tabs").getByText("Şema").click();
        assertThat(page.locator(".djs-container")).isVisible();
        assertThat(page.locator("button.claim")).isHidden();

        var unit = signsIn("fen");
        opens(unit, ofTheUnit);
        assertThat(unit.locator("button.claim")).isVisible();
        assertThat(unit.locator("form.basvuru-formu .basvuru-ozeti")).not().containsText("yalnızca okuyabilirsiniz");
    }

    private void claims(Page page, String number) {
        opens(page, number);
        page.getByText("Üstlen", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(complete(page)).isEnabled();
        assertThat(page.locator("form.basvuru-formu h2")).containsText(number);
    }

    private void opens(Page page, String number) {
        Tasklist.card(page, address(), "Cevap hazırlama · " + number).click();
        assertThat(page.locator("form.basvuru-formu h2")).containsText(number);
    }

    private static Locator complete(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tamamla").setExact(true));
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(LONGEST_WAIT.toMillis());
    }

    /** The citizen's text is displayed as text, never as markup. */
    private String registers(Channel channel) {
        return new Office(port)
                .register(
                        "istemci",
                        Office.application(channel.name()).replace("ğüşıöç ĞÜŞİÖÇ", "ğüşıöç ĞÜŞİÖÇ <b>büyük</b>"));
    }

    private void completes(String user, String task, String number, Consumer<Locator> decision) {
        var page = pages.computeIfAbsent(user, this::signsIn);
        Tasklist.card(page, address(), task + " · " + number).click();
        var form = page.locator("form.basvuru-formu");
        assertThat(form.locator("h2")).containsText(number);
        page.getByText("Üstlen", new Page.GetByTextOptions().setExact(true)).click();
        var complete = complete(page);
        assertThat(complete).isEnabled();
        assertThat(page.getByText("Yorum ekle")).isHidden();
        assertThat(form.locator("h2")).containsText(number);
        decision.accept(form);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(task + ".png")));
        complete.click();
        assertThat(page.getByText(task + " · " + number)).hasCount(0, patiently());
    }

    private Page signsIn(String user) {
        return signsIn(user, 1400);
    }

    private Page signsIn(String user, int width) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale("tr-TR")
                        .setTimezoneId("Europe/Istanbul")
                        .setViewportSize(width, 1200))
                .newPage();
        page.setDefaultTimeout(LONGEST_WAIT.toMillis());
        signIn(page, user);
        return page;
    }

    private void signIn(Page page, String user) {
        page.navigate(address() + "/giris");
        page.getByLabel("Kullanıcı adı").fill(user);
        page.getByLabel("Parola").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Giriş yap"))
                .click();
        page.waitForURL(url -> !url.contains("/giris"));
    }

    /** The answer is sent by a job of its own. */
    private JsonNode endOf(String number) {
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        JsonNode file = file(number);
        while (!file.path("status").asText().equals("KAPANDI") && System.nanoTime() < until) {
            pages.computeIfAbsent("halkla", this::signsIn).waitForTimeout(500);
            file = file(number);
        }
        return file;
    }

    private JsonNode file(String number) {
        return api("halkla")
                .get()
                .uri("/api/v1/basvurular/{number}/dosya", number)
                .retrieve()
                .body(JsonNode.class);
    }

    private RestClient api(String user) {
        return RestClient.builder()
                .baseUrl(address())
                .defaultHeaders(headers -> headers.setBasicAuth(user, "demo", StandardCharsets.UTF_8))
                .build();
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
