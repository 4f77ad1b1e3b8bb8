package tr.muhatap.access;

import java.util.List;

/** Shows other packages' tests what production refuses. */
public final class ProductionGuardFixture {

    private ProductionGuardFixture() {}

    public static List<String> refusedUsers() {
        return ProductionGuard.DEMO_USERS;
    }

    public static String refusedPassword() {
        return ProductionGuard.DEMO_PASSWORD;
    }
}
