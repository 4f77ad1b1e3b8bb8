package tr.muhatap.postgres;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first people of a program that runs by itself; {@link StartIT} brings the very first in as its operator does. */
final class People {

    static final Pattern TOKEN = Pattern.compile("/kurulum adresinde şu kodla kaydedilir: ([0-9a-f]{48})");

    private People() {}

    /** The administrator {@code idris} and the system that delivers applications. */
    static void addTo(Node node, DataSource database) {
        // The last that a start does, behind the groups
        node.awaitLog(TOKEN);
        var jdbc = JdbcClient.create(database);
        Personnel.add(jdbc, "idris");
        Personnel.add(jdbc, ProductionOffice.SYSTEM);
    }
}
