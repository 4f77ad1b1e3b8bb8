package tr.muhatap.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills an empty database with the demonstration; one that has users already is left as it is. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

    private final DemoUsers users;

    DemoStart(DemoUsers users) {
        this.users = users;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!users.exist()) {
            users.create();
        }
    }
}
