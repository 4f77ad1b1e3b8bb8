package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/** Brings the first people into a program that runs by itself, as its operator does. */
final class People {

    static final Pattern TOKEN = Pattern.compile("/kurulum adresinde şu kodla kaydedilir: ([0-9a-f]{48})");

    private People() {}

    /** The administrator {@code idris} and the system that delivers applications. */
    static void addTo(Node node) {
        var office = node.office();
        office.form("/kurulum", Map.of("kod", node.awaitLog(TOKEN), "ad", "idris", "parola", Personnel.PASSWORD));
        add(office, ProductionOffice.SYSTEM, Personnel.GROUPS.getOrDefault(ProductionOffice.SYSTEM, ""));
    }

    private static void add(ProductionOffice office, String name, String group) {
        var user =
                "{\"profile\":{\"id\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"\"},\"credentials\":{\"password\":\"%s\"}}"
                        .formatted(name, name, Personnel.PASSWORD);
        assertThat(office.post("idris", "/engine-rest/user/create", user).status())
                .isEqualTo(204);
        assertThat(office.put("idris", "/engine-rest/group/" + group + "/members/" + name, "{}")
                        .status())
                .isEqualTo(204);
    }
}
