package tr.muhatap.access;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows other packages' tests what production refuses. */
public final class ProductionGuardFixture {

    private ProductionGuardFixture() {}

    public static List<String> refusedUsers() {
        return ProductionGuard.DEMO_USERS;
    }

    public static List<String> faultsOfTheRole(DataSource connectsAsTheProgram, boolean ownerIsAnother) {
        return DatabaseRole.faults(JdbcClient.create(connectsAsTheProgram), ownerIsAnother);
    }

    public static String refusedPassword() {
        return ProductionGuard.DEMO_PASSWORD;
    }
}
