package tr.muhatap.postgres;

import java.util.Map;
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

    /** A stored password keeps its number of iterations; production's many cost most of a second with the quick compiler. */
    private static final String HASH = "{PBKDF2}" + FEW + "$"
            + new Pbkdf2PasswordEncoder("", 16, FEW, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)
                    .encode(PASSWORD + SALT);

    private final JdbcClient jdbc;

    Personnel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        GROUPS.keySet().forEach(name -> add(jdbc, name));
    }

    /** Adds one of them to a database, whose groups the program has made when it started. */
    static void add(JdbcClient jdbc, String name) {
        jdbc.sql("insert into act_id_user (id_, rev_, first_, last_, pwd_, salt_) values (?, 1, ?, '', ?, ?)")
                .params(name, name, HASH, SALT)
                .update();
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (?, ?)")
                .params(name, GROUPS.getOrDefault(name, ""))
                .update();
    }
}
