package tr.muhatap.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Generates the demonstration's data in an empty database before the program reports readiness, and logs where to find
 * it.
 */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private static final int BOX_WIDTH = 66;

    private final DemoUsers users;
    private final DemoData data;
    private final Environment environment;

    DemoStart(DemoUsers users, DemoData data, Environment environment) {
        this.users = users;
        this.data = data;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!users.exist()) {
            users.create();
            if (environment.getProperty("muhatap.demo.data", Boolean.class, true)) {
                data.create();
            }
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        LOG.info(boxed(List.of(
                "MUHATAP tanıtımı hazır",
                "Başlangıç      " + address,
                "Görev listesi  " + address + "/camunda/app/tasklist/",
                "Süreçler       " + address + "/camunda/app/cockpit/",
                "İletiler       " + address + "/demo/posta",
                "Kullanıcılar   masa operator bilgi halkla fen park yonetici",
                "               mudur surec denetci istemci admin",
                "Parola         " + DemoUsers.PASSWORD)));
    }

    private static String boxed(List<String> lines) {
        String edge = "─".repeat(BOX_WIDTH + 2);
        return lines.stream()
                .map(line -> "│ " + line + " ".repeat(BOX_WIDTH - line.length()) + " │")
                .collect(Collectors.joining("\n", "\n┌" + edge + "┐\n", "\n└" + edge + "┘"));
    }
}
