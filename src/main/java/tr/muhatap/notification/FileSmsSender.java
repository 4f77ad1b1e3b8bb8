package tr.muhatap.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes each SMS into a file named by its key, so that a repetition overwrites it. */
class FileSmsSender implements SmsSender {

    private final Path directory;

    FileSmsSender(NotificationSettings settings) {
        this.directory = Path.of(settings.smsDirectory());
    }

    @Override
    public void send(String key, String phone, String text) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(key.replaceAll("[^A-Za-z0-9-]", "_") + ".txt"), phone + "\n" + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
