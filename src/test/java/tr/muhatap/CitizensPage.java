package tr.muhatap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Collects messages and letters that tests produced into one file for the editor: {@code target/bildirimler.txt}. Each
 * is first written to a file of its own, so that several test processes contribute.
 */
public final class CitizensPage {

    private static final Path PARTS = Path.of("target/bildirimler");
    private static final Path PAGE = Path.of("target/bildirimler.txt");

    private CitizensPage() {}

    /** Adds a text once, ignoring numbers and dates. */
    public static synchronized void add(String kind, String text) {
        String shape = Integer.toHexString(text.replaceAll("\\d", "0").hashCode());
        try {
            Files.createDirectories(PARTS);
            Files.writeString(PARTS.resolve(kind + "-" + shape + ".txt"), text.strip() + "\n");
            var page = new StringBuilder();
            try (var parts = Files.list(PARTS)) {
                for (Path part : parts.sorted().toList()) {
                    String name = part.getFileName().toString().replaceFirst("-[0-9a-f]+\\.txt$", "");
                    page.append("== ").append(name).append(" ==\n\n");
                    page.append(Files.readString(part)).append("\n\n");
                }
            }
            Files.writeString(PAGE, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
