package tr.muhatap;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void everyModuleUsesOnlyWhatItNames() {
        ApplicationModules.of(MuhatapApplication.class).verify();
    }
}
