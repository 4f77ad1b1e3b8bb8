package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Every endpoint that shows an application's personal data logs the access (6698 KVKK md. 12). */
@HttpTest
class ViewLogIT {

    /** Endpoints without personal data, each with its reason. */
    private static final Map<String, String> EXEMPT = Map.of(
            "/api/v1/basvurular/{number}/sablonlar", "templates are filled with facts of the application alone",
            "/dosya/{number}/bilgi-goster", "asks why; what it shows then is logged with the reason",
            "/kabul/{number}", "the receipt of what the clerk has just typed: number, limit and code");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    @Test
    void everyLookAtAnApplicationIsWrittenDown() {
        var office = new Office(port);
        String number = office.register("istemci", Office.application("CIMER"));
        long file = Office.does(office.upload("halkla", number, "BASVURU", "dilekçe.txt", "Dilekçe"))
                .body()
                .at("/0/id")
                .asLong();
        var looks = new TreeMap<String, Long>();

        // Only an oral request has a petition to sign
        String oral = office.register("operator", Office.call().replace("SIKAYET", "BILGI_ISTEMI"));
        for (var pattern : addresses()) {
            String looked = pattern.endsWith("/dilekce") ? oral : number;
            long before = looks(looked);
            String path = pattern.replace("{number}", looked)
                    .replace("{id}", String.valueOf(file))
                    .replace("{kind}", "kayit-bildirimi")
                    .replace("{ordinal}", "1");
            String reader = path.startsWith("/denetim") ? "denetci" : "halkla";
            assertThat(office.get(reader, path).status()).as(path).isEqualTo(200);
            looks.put(pattern, looks(looked) - before);
        }

        assertThat(looks)
                .isNotEmpty()
                .allSatisfy(
                        (address, written) -> assertThat(written).as(address).isPositive());
    }

    @Test
    void whatIsExemptIsStillThere() {
        assertThat(all()).containsAll(EXEMPT.keySet());
    }

    private Set<String> addresses() {
        var addresses = all();
        addresses.removeAll(EXEMPT.keySet());
        assertThat(addresses).hasSizeGreaterThan(5);
        return addresses;
    }

    /** All readable endpoints of one application. */
    private Set<String> all() {
        var addresses = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.contains("{number}"))
                        .forEach(addresses::add);
            }
        });
        return addresses;
    }

    private long looks(String number) {
        return jdbc.sql("select count(*) from kisisel_veri_goruntuleme where number = :number "
                        + "and actor in ('halkla', 'denetci')")
                .param("number", number)
                .query(Long.class)
                .single();
    }
}
