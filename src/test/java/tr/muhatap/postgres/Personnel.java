package tr.muhatap.postgres;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

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

    private final IdentityService identityService;

    Personnel(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        GROUPS.forEach((id, group) -> {
            var user = identityService.newUser(id);
            user.setPassword(PASSWORD);
            identityService.saveUser(user);
            identityService.createMembership(id, group);
        });
    }
}
