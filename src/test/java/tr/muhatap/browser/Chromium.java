package tr.muhatap.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's Chromium, in Turkish if available; started once for all browser tests, which run in sequence. */
final class Chromium {

    private static @Nullable Browser running;

    private Chromium() {}

    /** Without Chromium the test is skipped, unless {@code muhatap.browser.required} is set. */
    static synchronized Browser browser() {
        var browser = running;
        if (browser == null) {
            var executable = executable();
            var environment = new HashMap<>(System.getenv());
            environment.put("LANGUAGE", "tr");
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setEnv(environment)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=tr")));
            running = browser;
        }
        return browser;
    }

    /** After a class: its pages would keep sending requests. */
    static synchronized void closePages() {
        if (running != null) {
            List.copyOf(running.contexts()).forEach(BrowserContext::close);
        }
    }

    private static Path executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    String reason = "PATH üzerinde Chromium bulunamadı; tarayıcı sınaması yapılmadı.";
                    if (Boolean.getBoolean("muhatap.browser.required")) {
                        fail(reason);
                    }
                    return abort(reason);
                });
    }
}
