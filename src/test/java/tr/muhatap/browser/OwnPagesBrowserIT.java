package tr.muhatap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Our own pages in the browser: without scripts, on a phone, in dark mode, and accessible (WCAG 2.2 AA). */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPagesBrowserIT {

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeAll
    void aBrowser() {
        browser = Chromium.browser();
    }

    @AfterAll
    void noPages() {
        Chromium.closePages();
    }

    @Test
    void aCitizenAppliesFollowsWithdrawsAndReopensWithoutAnyScript() {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800))) {
            var page = context.newPage();
            page.navigate(address("/basvuru"));
            page.getByText("Başvuruyu gönder").click();
            assertThat(page.locator("[role=alert]").innerText()).contains("Tür: Bir tür seçin.", "Başlık: ");
            page.fill("#subject", "Sokağımız – İğde ğüşıöç ĞÜŞİÖÇ");
            page.selectOption("#kind", "SIKAYET");
            page.getByText("Başvuruyu gönder").click();
            assertThat(page.inputValue("#subject")).isEqualTo("Sokağımız – İğde ğüşıöç ĞÜŞİÖÇ");
            page.fill("#text", "Çukur var.");
            page.fill("#firstName", "Ayşe");
            page.fill("#lastName", "Işık");
            page.fill("#email", "ayse@ornek.example");
            page.getByText("Başvuruyu gönder").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Başvurunuz alındı");
            String number = page.locator("dl dd").first().innerText();
            page.getByText("Başvurumu takip et").click();
            assertThat(page.locator("main").innerText()).contains(number, "Ön incelemede");
            page.locator("summary", new Page.LocatorOptions().setHasText("Süre nasıl hesaplandı?"))
                    .click();
            assertThat(page.locator("ol.gunler").innerText()).contains("10. gün");
            page.locator("summary", new Page.LocatorOptions().setHasText("Başvurumdan vazgeç"))
                    .click();
            page.locator("form[action='/takip/geri-cek'] button").click();
            assertThat(page.locator("main").innerText()).contains("İşleminiz kaydedildi", "Vazgeçildi");
            page.locator("summary", new Page.LocatorOptions().setHasText("yeniden aç"))
                    .click();
            page.fill("#yeniden-ac", "Çukur yine açıldı.");
            page.locator("form[action='/takip/yeniden-ac'] button").click();
            assertThat(page.locator("main").innerText()).contains("Ön incelemede", "Başvuru yeniden açıldı");
        }
    }

    @Test
    void aClerkExtendsTheLimitOnTheFile() {
        var office = new Office(port);
        String number = office.register("bilgi", """
                {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","submission":"ELEKTRONIK","subject":"Bütçe",
                 "text":"2025 bütçesini istiyorum.","applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık",
                 "nationalId":"10000000146","email":"ayse@ornek.example"}}""");
        try (var context = browser.newContext()) {
            var page = signedIn(context.newPage(), "bilgi");
            page.navigate(address("/dosya/" + number));
            page.locator("summary", new Page.LocatorOptions().setHasText("Süreyi uzat"))
                    .click();
            page.selectOption("#ground", "BASKA_BIRIM");
            page.fill("#extension-reason", "Arşivden istenecek.");
            page.locator("details[open] button").click();
            assertThat(page.locator("main").innerText()).contains("30 iş günü", "Süre uzatıldı");
            assertThat(page.locator("summary", new Page.LocatorOptions().setHasText("Süreyi uzat"))
                            .count())
                    .isZero();
        }
        try (var context = browser.newContext()) {
            var page = signedIn(context.newPage(), "park");
            assertThat(page.navigate(address("/dosya/" + number)).status()).isEqualTo(404);
        }
    }

    @Test
    void theFirstKeySkipsToTheContent() {
        try (var context = browser.newContext()) {
            var page = signedIn(context.newPage(), "istemci");
            assertThat(page.locator("main").innerText()).contains("Başvurular API ile iletilir");
            page.keyboard().press("Tab");
            isFocused(page, "a.atla");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            isFocused(page, "main summary");
        }
    }

    @Test
    void aCallIsTakenWithTheKeyboardAlone() {
        String phone = phone();
        String known;
        try (var context = browser.newContext()) {
            var page = signedIn(context.newPage(), "operator");
            var keys = page.keyboard();
            page.navigate(address("/kabul?kanal=ALO_153&tel=" + phone + "&cagri=" + phone));
            isFocused(page, "#nationalId");
            keys.type("10000000146");
            tabTo(page, "#firstName");
            keys.type("İpek");
            keys.press("Tab");
            keys.type("Çığır");
            tabTo(page, "#kind");
            keys.press("ArrowDown");
            keys.press("ArrowDown");
            keys.press("ArrowDown");
            keys.press("Tab");
            keys.type("ÇUK");
            page.waitForSelector("#konular .secilen");
            assertThat(page.locator("#konular").innerText()).contains("Yolda çukur");
            keys.press("Tab");
            keys.type("Işıklar Caddesi " + phone + " önünde çukur");
            page.waitForSelector("#benzerler p");
            keys.press("Tab");
            keys.type("Çukura araba düştü.");
            tabTo(page, "button[value=kaydet]");
            keys.press("Enter");
            page.waitForURL("**/kabul/20*");
            assertThat(page.locator("h1").innerText()).isEqualTo("Başvuru kaydedildi");
            known = page.locator("dl dd").first().innerText();
            isFocused(page, "button:has-text('Yeni başvuru')");
            keys.press("Enter");
            page.waitForURL("**/kabul?kanal=ALO_153");

            isFocused(page, "#phone");
            keys.type(phone);
            keys.press("Tab");
            page.waitForSelector("#kisiler .bulunan");
            assertThat(page.locator("#kisiler").innerText()).contains("İ*** Ç***", known);
            tabTo(page, "button[value='doldur:" + known + "']");
            keys.press("Enter");
            page.waitForFunction("document.activeElement.id === 'kind'");
            assertThat(page.inputValue("#lastName")).isEqualTo("Çığır");
            tabTo(page, "#topicWords");
            keys.type("cukur");
            page.waitForSelector("#konular .secilen");
            tabTo(page, "#subject");
            keys.type("isiklar caddesi " + phone);
            page.waitForSelector("#benzerler li");
            assertThat(page.locator("#benzerler").innerText()).contains(known);
        }
    }

    @Test
    void aClerkInTheStreetTakesAnApplicationOnAPhoneWithoutAnyScript() {
        String phone = phone();
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800))) {
            var page = signedIn(context.newPage(), "masa");
            page.navigate(address("/kabul?kanal=BEYAZ_MASA_MOBIL"));
            page.fill("#phone", phone);
            page.keyboard().press("Enter");
            page.waitForSelector("#kisiler p");
            assertThat(page.locator("#kisiler").innerText()).contains("Daha önce başvurusu yok.");
            page.fill("#topicWords", "su");
            page.fill("#subject", "Su akmıyor " + phone);
            page.getByText("Benzerleri göster").click();
            assertThat(page.locator("#benzerler").innerText()).contains("Benzer açık başvuru yok.");
            page.getByLabel("Su arızası").check();
            page.locator("button[value=kaydet]").click();
            assertThat(page.locator("[role=alert]").innerText()).contains("Tür: Bir tür seçin.", "Ad: ");
            assertThat(page.getByLabel("Su arızası").isChecked()).isTrue();
            assertThat(page.getByLabel("Beyaz Masa Mobil").isChecked()).isTrue();
            page.locator("[role=alert] a[href='#firstName']").click();
            page.fill("#firstName", "Ömer");
            page.fill("#lastName", "Şahin");
            page.fill("#nationalId", "10000000146");
            page.selectOption("#kind", "TALEP");
            page.fill("#text", "Sabah kaçta gelir?");
            page.fill("#information", "Saat 10.00'da su verilecek.");
            page.getByText("Bilgi verildi, kapat").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Kaydedildi ve kapatıldı");
            assertThat(page.locator("main").innerText()).contains("Saat 10.00'da", "Beyaz Masa Mobil");
        }
    }

    @Test
    void manyCallsAreRoutedWithTheKeyboardAlone() {
        var office = new Office(port);
        String number = office.register("operator", Office.call());
        try (var context = browser.newContext()) {
            var page = signedIn(context.newPage(), "halkla");
            var keys = page.keyboard();
            page.navigate(address("/toplu-islem?is=SEVK&kanal=ALO_153"));
            tabTo(page, ".hepsi input");
            keys.press("Space");
            assertThat(page.locator("input[name=satir]:checked").count())
                    .isEqualTo(page.locator("input[name=satir]").count());
            keys.press("Space");
            page.locator("input[name=satir][value*='" + number + "']").focus();
            keys.press("Space");
            assertThat(page.locator("#satir [role=status]").innerText()).isEqualTo("1 görev seçili.");
            page.locator("input[name=islem]").first().focus();
            keys.press("Space");
            tabTo(page, "main form[method=post] > button");
            keys.press("Enter");
            page.waitForURL("**/onizleme?*");
            assertThat(page.locator("main").innerText()).contains(number, "Sevk edilecek birim: Yol Yapım ve Bakım");
            tabTo(page, "#gerekce");
            keys.type("İğde Sokağı");
            tabTo(page, "main form button");
            keys.press("Enter");
            page.waitForURL("**/sonuc?*");
            assertThat(page.locator("[role=status]").innerText()).isEqualTo("1 görev yapıldı.");
        }
    }

    @Test
    void manyAnswersAreApprovedOnAPhoneInTheDarkWithoutAnyScript() {
        var office = new Office(port);
        String number = office.answered("DIJITAL", Office.application("DIJITAL"));
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(390, 800))) {
            var page = signedIn(context.newPage(), "halkla");
            page.navigate(address("/toplu-islem?is=ONAY&kanal=DIJITAL"));
            page.getByText("Ön izle", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("[role=alert]").innerText()).contains("En az bir görev seçin.");
            page.locator("input[name=satir][value*='" + number + "']").check();
            page.getByLabel("Cevabı onayla").check();
            page.getByText("Ön izle", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("main").innerText()).contains("Sonuç: Olumlu", "Çukur kapatıldı");
            page.getByText("Cevabı onayla: işaretli görevler").click();
            assertThat(page.locator("main").innerText()).contains("1 görev yapıldı.", number);
        }
    }

    /** The pages of bulk operations; axe needs scripts. */
    private void bulkIsAccessible(Page page, ColorScheme scheme) {
        page.navigate(address("/toplu-islem?is=SEVK&kanal=ALO_153"));
        isAccessible(page, scheme, "/toplu-islem");
        page.getByText("Ön izle", new Page.GetByTextOptions().setExact(true)).click();
        isFocused(page, "#hatalar");
        isAccessible(page, scheme, "/toplu-islem with errors");
        page.locator("input[name=satir]").first().check();
        page.locator("input[name=islem][value=SEVK]").check();
        page.getByText("Ön izle", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/onizleme?*");
        isAccessible(page, scheme, "/toplu-islem/onizleme");
    }

    @Test
    void theIntakeDeskStandsInNobodysWay() {
        var office = new Office(port);
        String number = office.register("halkla", Office.call());
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var context = browser.newContext(
                    new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(390, 800))) {
                var page = signedIn(context.newPage(), "halkla");
                page.navigate(address("/kabul?kanal=ALO_153&tel=05321112233"));
                page.fill("#topicWords", "su");
                page.fill("#subject", "Çukur – İğde Sokağı");
                page.waitForSelector("#benzerler li");
                page.locator("summary").all().forEach(summary -> summary.click());
                isAccessible(page, scheme, "/kabul");
                page.locator("button[value=kaydet]").click();
                page.waitForSelector("#hatalar");
                isFocused(page, "#hatalar");
                isAccessible(page, scheme, "/kabul with errors");
                page.navigate(address("/kabul/" + number));
                isAccessible(page, scheme, "/kabul/{number}");
            }
        }
    }

    @Test
    void nothingStandsInAnybodysWay() {
        var office = new Office(port);
        String number = office.register("operator", Office.call());
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var context = browser.newContext(
                    new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(390, 800))) {
                var page = context.newPage();
                for (var path : List.of(
                        "/",
                        "/basvuru",
                        "/takip",
                        "/hizmet-standartlari",
                        "/aydinlatma",
                        "/makbuz",
                        "/erisilebilirlik",
                        "/giris")) {
                    page.navigate(address(path));
                    isAccessible(page, scheme, path);
                }
                page.navigate(address("/basvuru"));
                page.getByText("Başvuruyu gönder").click();
                isAccessible(page, scheme, "/basvuru with errors");
                signedIn(page, "admin");
                for (var path : List.of(
                        "/",
                        "/basvurular",
                        "/basvurular?no=1&tarih1=x",
                        "/dosya",
                        "/dosya/" + number,
                        "/teslim",
                        "/posta-kutusu",
                        "/aktarim",
                        "/cagrilar",
                        "/aktarim/kelimeler",
                        waitingMail(new Office(port), "Çöp".repeat(40)),
                        "/sablonlar",
                        "/sablonlar/yeni",
                        "/sablonlar/genel-olumlu",
                        "/ucret-tarifesi",
                        "/birimler",
                        "/birimler/yol-bakim",
                        "/kullanicilar",
                        "/kullanicilar/fen",
                        "/durum",
                        "/bildirim-adresleri",
                        "/soru-cevap",
                        "/saklama",
                        "/veri-envanteri",
                        "/veri-sahibi",
                        "/raporlar",
                        "/raporlar/4982",
                        "/raporlar/faaliyet",
                        "/kurallar",
                        "/kurallar/hizmet-standartlari?dene=1&kanal=CIMER&gun=2026-05-18",
                        "/demo/posta")) {
                    page.navigate(address(path));
                    page.locator("summary").all().forEach(summary -> summary.click());
                    isAccessible(page, scheme, path);
                }
                bulkIsAccessible(page, scheme);
            }
        }
    }

    /** The page of an e-mail that waits for a clerk, since its sender's name is no person's. */
    private static String waitingMail(Office office, String word) {
        office.form(
                "admin",
                "/demo/posta/gonder",
                "box",
                "basvuru",
                "name",
                word.substring(0, 100),
                "email",
                "i".repeat(60) + "@ornek.example",
                "subject",
                word,
                "text",
                word);
        var link = java.util.regex.Pattern.compile("/posta-kutusu/\\d+");
        return org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(
                        () -> link.matcher(office.get("halkla", "/posta-kutusu")
                                        .response()
                                        .body())
                                .results()
                                .map(found -> found.group())
                                .reduce((first, last) -> last)
                                .orElse(""),
                        page -> !page.isEmpty());
    }

    /** A long word without blanks in every field from outside; the narrowest phone, and a common one. */
    @Test
    void noWordMakesAPageWiderThanAPhone() {
        var office = new Office(port);
        String word = "Ğüşıöçİi".repeat(25);
        var registered = Office.does(office.post(
                        "istemci", "/api/v1/basvurular", """
                {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","submission":"ELEKTRONIK","subject":"%1$s","text":"%1$s",
                 "applicant":{"type":"GERCEK","firstName":"%2$s","lastName":"%2$s","nationalId":"10000000146",
                 "phone":"0532 987 65 43","email":"%3$s@ornek.example","address":"%1$s"}}""".formatted(word, word.substring(0, 100), "i".repeat(60))))
                .body();
        String number = registered.get("number").asText();
        String code = registered.get("trackingCode").asText();
        Office.does(office.upload("bilgi", number, "BASVURU", "a".repeat(200) + ".txt", "Ek"));
        office.form("bilgi", "/dosya/" + number + "/not", "text", word);
        Office.does(office.post(
                "bilgi", "/api/v1/basvurular/" + number + "/interim-answer", "{\"text\":\"" + word + "\"}"));
        Office.does(office.post(
                "",
                "/api/v1/takip/recourse",
                "{\"number\":\"%s\",\"code\":\"%s\",\"ground\":\"FAZLA_BELGE\",\"text\":\"%s\"}"
                        .formatted(number, code, word)));
        String mail = waitingMail(office, word);
        try (var context = browser.newContext()) {
            var page = signedIn(context.newPage(), "admin");
            for (int width : List.of(320, 390)) {
                page.setViewportSize(width, 800);
                page.navigate(address("/takip"));
                page.fill("#number", number);
                page.fill("#code", code);
                page.locator("main form button").first().click();
                page.waitForURL("**/takip?form=*");
                fits(page, "/takip of " + number);
                for (var path : List.of(
                        "/",
                        "/basvuru",
                        "/takip",
                        "/hizmet-standartlari",
                        "/kabul",
                        "/kabul?tel=05329876543",
                        "/kabul/" + number,
                        "/basvurular",
                        "/basvurular?no=1&tarih1=x",
                        "/dosya",
                        "/dosya/" + number,
                        "/dosya/" + number + "/ekler",
                        "/dosya/" + number + "/yazilar",
                        "/toplu-islem",
                        "/toplu-islem?is=INCELEME&kanal=BILGI_EDINME",
                        "/teslim",
                        "/posta-kutusu",
                        "/aktarim",
                        "/cagrilar",
                        "/aktarim/kelimeler",
                        mail,
                        "/sablonlar",
                        "/sablonlar/genel-olumlu",
                        "/kurallar",
                        "/kurallar/birim-yonlendirme",
                        "/ucret-tarifesi",
                        "/birimler",
                        "/birimler/yol-bakim",
                        "/kullanicilar",
                        "/kullanicilar/fen",
                        "/durum",
                        "/bildirim-adresleri",
                        "/soru-cevap",
                        "/saklama",
                        "/veri-envanteri",
                        "/veri-sahibi",
                        "/raporlar",
                        "/raporlar/faaliyet",
                        "/raporlar/gecikenler",
                        "/guvenlik-gunlugu",
                        "/kilavuz",
                        "/kilavuz/kabul-masasi",
                        "/demo/posta",
                        "/yok")) {
                    page.navigate(address(path));
                    fits(page, path);
                }
            }
        }
    }

    /** Nothing scrolls sideways except a table in its own region. */
    private static void fits(Page page, String what) {
        page.evaluate("() => document.querySelectorAll('main details').forEach(details => { details.open = true; })");
        var sizes =
                page.evaluate("() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll('main *')]"
                        + ".filter(e => !e.closest('.tablo') && e.getBoundingClientRect().right > window.innerWidth + 1)"
                        + ".map(e => e.outerHTML.slice(0, 100))]");
        assertThat((List<?>) sizes)
                .as(what + " at " + page.viewportSize().width)
                .isEqualTo(List.of(page.viewportSize().width));
    }

    @Test
    void theProcessOwnerPublishesALimitAndTakesItBackWithoutAnyScript() {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800))) {
            var page = signedIn(context.newPage(), "surec");
            for (var limit : List.of("9", "10")) {
                page.navigate(address("/"));
                page.locator("h3 a[href='/kurallar']").click();
                page.locator("h2 a[href='/kurallar/hizmet-standartlari']").click();
                page.locator("button[value=ac]").click();
                page.getByLabel("Düzenle: 5. satır, Beyaz Masa").click();
                page.fill("#sure", "0");
                page.getByText("Taslağa kaydet").click();
                assertThat(page.locator("#sure-hata").innerText()).contains("1 ile 60 arasında");
                page.fill("#sure", limit);
                page.getByText("Taslağa kaydet").click();
                page.selectOption("#kanal", "BEYAZ_MASA");
                page.locator("#dene button").click();
                assertThat(page.locator("#dene").innerText()).contains("Taslak: " + limit + " gün");
                page.getByText("Son 30 günde neyi değiştirirdi?").click();
                assertThat(page.locator("h1").innerText()).contains("son 30 günde");
                page.getByText("Taslağa dön").click();
                page.locator("#yayin button").first().click();
                assertThat(page.locator("#gerekce-hata").innerText()).contains("Gerekçe yazın");
                page.fill("#gerekce", "Başkanlık oluru – İğde");
                page.locator("#yayin button").first().click();
                assertThat(page.locator("[role=status]").innerText()).contains("yürürlüğe girdi");
                page.navigate(address("/hizmet-standartlari"));
                assertThat(page.locator("tr:has(td:text-is('Beyaz Masa'))").innerText())
                        .contains(limit + " gün");
            }
        }
    }

    @Test
    void theDraftOfATableStandsInNobodysWay() {
        var office = new Office(port);
        office.form("admin", "/kurallar/birim-yonlendirme/taslak", "islem", "ac");
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(390, 800))) {
            var page = signedIn(context.newPage(), "admin");
            for (var path :
                    List.of("/taslak?dene=1&konu=&tur=TALEP&metin=k%C3%B6pek", "/karsilastirma", "/taslak/yeni")) {
                page.navigate(address("/kurallar/birim-yonlendirme" + path));
                isAccessible(page, path);
            }
            page.getByText("Taslağa kaydet").click();
            isAccessible(page, "a row with errors");
        } finally {
            office.form("admin", "/kurallar/birim-yonlendirme/taslak", "islem", "sil");
        }
    }

    /** A mobile number of nobody else's test. */
    private static String phone() {
        return "0533%07d".formatted(Math.floorMod(Office.unique().hashCode(), 10_000_000));
    }

    /** Presses Tab until the element has the focus. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 30 && !hasFocus(page, selector); i++) {
            page.keyboard().press("Tab");
        }
        isFocused(page, selector);
    }

    private static void isFocused(Page page, String selector) {
        // A page's own focus is set once it is drawn, which a busy machine does later than it loads
        PlaywrightAssertions.assertThat(page.locator(selector).first()).isFocused();
    }

    private static boolean hasFocus(Page page, String selector) {
        return (Boolean) page.locator(selector).first().evaluate("element => element === document.activeElement");
    }

    private static void isAccessible(Page page, String what) {
        assertThat(Accessibility.violations(page)).as(what).isEmpty();
        isAsWideAsAPhone(page, what);
    }

    /** Repeats a scan in dark mode. */
    private static void isAccessible(Page page, ColorScheme scheme, String what) {
        if (scheme == ColorScheme.LIGHT) {
            isAccessible(page, what);
        } else {
            assertThat(Accessibility.violationsOfColours(page))
                    .as(what + " in the dark")
                    .isEmpty();
            isAsWideAsAPhone(page, what);
        }
    }

    private static void isAsWideAsAPhone(Page page, String what) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(what + " is not wider than a phone")
                .isEqualTo(390);
    }

    private Page signedIn(Page page, String user) {
        page.navigate(address("/giris"));
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", "demo");
        page.locator("main button[type=submit]").click();
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
