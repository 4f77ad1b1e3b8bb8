package tr.muhatap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stores one example of each page that tests received in {@code target/pages}, where {@code .ci/lint --pages} validates
 * the HTML.
 */
final class SeenPages {

    private static final Path DIRECTORY = Path.of("target", "pages");
    private static final Set<String> KEPT = ConcurrentHashMap.newKeySet();

    private SeenPages() {}

    static void keep(String path, HttpResponse<String> response) {
        if (!response.body().startsWith("<!DOCTYPE html>") || path.startsWith("/camunda")) {
            return;
        }
        // Numbers do not distinguish pages, forms and errors do
        String name =
                path.replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{8,}", "N").replaceAll("[^A-Za-z0-9]+", "-");
        String file = "page" + name + "-" + response.statusCode()
                + (response.body().contains("id=\"hatalar\"") ? "-hata" : "") + ".html";
        if (!KEPT.add(file)) {
            return;
        }
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(DIRECTORY.resolve(file), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
