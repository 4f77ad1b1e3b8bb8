package tr.muhatap.postgres;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** Who works in the office of these tests; the groups are made by the program before. */
class Personnel implements ApplicationRunner {

    static final String PASSWORD = "Uzun-Parola-2026";

    static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("gulsah", "beyaz-masa"),
            Map.entry("sule", "bilgi-edinme-birimi"),
            Map.entry("cagri", "halkla-iliskiler"),
            Map.entry("ugur", "birim-fen-isleri"),
            Map.entry("nurgul", "halkla-iliskiler-yoneticisi"),
            Map.entry("gorkem", "denetci"),
            Map.entry("idris", "camunda-admin"),
            Map.entry("santral", "kanal-istemcisi"),
            Map.entry("olcum", "izleme"),
            Map.entry("sondaj", "izleme"),
            Map.entry("unutkan", "beyaz-masa"));

    private static final String SALT = "salt";
    private static final int FEW = 1_000;

    /**
     * A stored password keeps its number of iterations; production's many cost most of a second with the quick
     * compiler.
     */
    private static final String HASH = "{PBKDF2}" + FEW + "$"
            + new Pbkdf2PasswordEncoder("", 16, FEW, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)
                    .encode(PASSWORD + SALT);

    private final IdentityService identityService;
    private final JdbcClient jdbc;

    Personnel(IdentityService identityService, JdbcClient jdbc) {
        this.identityService = identityService;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        GROUPS.forEach((name, group) -> {
            identityService.saveUser(identityService.newUser(name));
            identityService.createMembership(name, group);
            jdbc.sql("update act_id_user set pwd_ = ?, salt_ = ? where id_ = ?")
                    .params(HASH, SALT, name)
                    .update();
        });
    }

    /** Adds one of them to the database of a program that runs by itself. */
    static void add(JdbcClient jdbc, String name) {
        jdbc.sql("insert into act_id_user (id_, rev_, pwd_, salt_) values (?, 1, ?, ?)")
                .params(name, HASH, SALT)
                .update();
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (?, ?)")
                .params(name, GROUPS.getOrDefault(name, ""))
                .update();
    }
}
