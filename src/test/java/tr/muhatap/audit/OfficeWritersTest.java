package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tr.muhatap.officelog.OfficeTable;

/** Each method that writes a table the office works by logs the change. */
class OfficeWritersTest {

    private static final Path PROGRAM = Path.of("src/main/java/tr/muhatap");

    /** Empties everything, and begins the office's log again in the same transaction. */
    private static final Set<String> EXCEPTIONS = Set.of("demo/DemoReset.java");

    private static final Pattern METHOD = Pattern.compile(
            "(?m)^    (?:@\\w+ )?(?:public |private |protected |static )*[\\w<>\\[\\], .?@]+ \\w+\\([^;]*?\\) (?:throws \\w+ )?\\{");

    @Test
    void everyMethodThatWritesSuchATableLogsTheChange() throws IOException {
        var silent = new ArrayList<String>();
        int seen = 0;
        for (var file : files()) {
            String place = PROGRAM.relativize(file).toString().replace('\\', '/');
            for (var method : methods(Files.readString(file))) {
                for (var table : OfficeTable.values()) {
                    if (!writesOnlyWhatDoesNotCount(method, table)
                            && Pattern.compile(
                                            "(?i)(insert into|update|delete from|merge into) " + table.table() + "\\b")
                                    .matcher(method)
                                    .find()) {
                        seen++;
                        boolean logs = method.contains("officeLog.changed(");
                        if (!logs && !EXCEPTIONS.contains(place)) {
                            silent.add(place + " writes " + table.table());
                        }
                    }
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(10);
        assertThat(silent).isEmpty();
    }

    /** Its one statement sets a column that the log leaves out, such as the end of a user's lock. */
    private static boolean writesOnlyWhatDoesNotCount(String method, OfficeTable table) {
        var set = Pattern.compile("update " + table.table() + " set (\\w+) = :\\w+ where")
                .matcher(method);
        return set.find() && table.ignored().contains(set.group(1)) && !set.find();
    }

    private static List<String> methods(String source) {
        var starts =
                METHOD.matcher(source).results().map(found -> found.start()).toList();
        var methods = new ArrayList<String>();
        for (int at = 0; at < starts.size(); at++) {
            methods.add(
                    source.substring(starts.get(at), at + 1 < starts.size() ? starts.get(at + 1) : source.length()));
        }
        return methods;
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(PROGRAM)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
