package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What people type is measured in one place, {@link Check}; elsewhere nobody counts characters or looks for unclean
 * ones.
 */
class HandWrittenChecksTest {

    private static final Path SOURCES = Path.of("src/main/java/tr/muhatap");

    private static final Pattern BY_HAND = Pattern.compile(
            "codePointCount\\(|isCleanLine\\(|isCleanText\\(|isVisibleLine\\(|Normalizer\\.|isISOControl\\(|length\\(\\) > [A-Z]");

    @Test
    void onlyTheModuleOfTextsCountsCharacters() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var byHand = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("text")))
                    .filter(HandWrittenChecksTest::checksByHand)
                    .map(file -> file.getFileName().toString());
            assertThat(byHand)
                    .containsExactlyInAnyOrder(
                            // Not what people type: an address to return to, a line for the log, contents and names of
                            // files
                            "ReturnAddresses.java",
                            "Messages.java",
                            "WebhookStore.java",
                            "AllowedTargets.java",
                            "Poster.java",
                            "NetgsmSender.java",
                            "SmsText.java",
                            "TextFiles.java",
                            "FileNames.java",
                            // A setting, and signs of an e-mail that are left out instead of refused
                            "MailboxSettings.java",
                            "MailParser.java",
                            // Cells of a file, whose line is named, and what a machine sends: left out, not refused
                            "CsvList.java",
                            "XlsxList.java",
                            "RefusedRows.java",
                            "Imports.java",
                            "TelephoneSystem.java",
                            // A search that finds nothing by what nobody types
                            "TaskSearchController.java",
                            // Lines of a table in one field
                            "CallDesk.java",
                            // Texts that are learned from
                            "Features.java",
                            "PlainWords.java",
                            // In addition to Check, for a narrower set of characters
                            "UserNames.java",
                            "AnswerTemplates.java");
        }
    }

    private static boolean checksByHand(Path file) {
        try {
            return BY_HAND.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
