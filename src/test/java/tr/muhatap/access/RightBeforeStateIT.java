package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.attachment.AttachmentPart;
import tr.muhatap.basvuru.LegalStep;

/**
 * Authorization is checked first: unauthorized users learn neither the application's state nor faults of the input.
 * Tests every modifying endpoint of one application.
 */
@HttpTest
class RightBeforeStateIT {

    private static final Set<RequestMethod> WRITES =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    @LocalServerPort
    int port;

    private Office office;

    /** What is the process owner's to do with an application. */
    private static final Set<String> OF_THE_PROCESS_OWNER =
            Set.of("legal-hold", "legal-hold-lifting", "saklama-engeli");

    private record Write(RequestMethod method, String address) {}

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @ParameterizedTest
    @CsvSource({"denetci, 403", "surec, 403", "park, 404"})
    void whoMayNotLearnsNothingElse(String user, int status) {
        String atUnit = office.atTheUnit("CIMER", Office.application("CIMER"));
        long draft = Office.does(office.upload("fen", atUnit, AttachmentPart.CEVAP.name(), "taslak.txt", "Taslak"))
                .body()
                .get(0)
                .get("id")
                .asLong();
        String closed = office.atTheUnit("CIMER", Office.application("CIMER"));
        long kept = Office.does(office.upload("halkla", closed, AttachmentPart.BASVURU.name(), "ek.txt", "Ek"))
                .body()
                .get(0)
                .get("id")
                .asLong();
        Office.does(office.post("halkla", "/api/v1/basvurular/" + closed + "/withdrawal", "{}"));

        var writes = writes().stream()
                .filter(write ->
                        !user.equals("surec") || OF_THE_PROCESS_OWNER.stream().noneMatch(write.address()::endsWith))
                .toList();
        assertThat(writes).hasSizeGreaterThan(25);
        for (var write : writes) {
            assertThat(sent(user, write, atUnit, draft))
                    .as("%s, at the unit", write)
                    .isEqualTo(status);
            assertThat(sent(user, write, closed, kept)).as("%s, closed", write).isEqualTo(status);
        }
        assertThat(office.get("halkla", "/api/v1/basvurular/" + atUnit + "/ekler")
                        .body())
                .hasSize(1);
    }

    private int sent(String user, Write write, String number, long file) {
        String path = write.address().replace("{number}", number).replace("{id}", String.valueOf(file));
        if (path.startsWith("/dosya/")) {
            return office.form(user, path, "part", "CEVAP").status();
        }
        return switch (write.method()) {
            case DELETE -> office.delete(user, path).status();
            case PUT -> office.put(user, path, "{}").status();
            default ->
                path.endsWith("/ekler")
                        ? office.upload(user, number, AttachmentPart.CEVAP.name(), "x.exe", "MZ")
                                .status()
                        : office.post(user, path, "{}").status();
        };
    }

    private List<Write> writes() {
        var found = new ArrayList<Write>();
        for (var mapping : addresses.getHandlerMethods().keySet()) {
            for (var method : mapping.getMethodsCondition().getMethods()) {
                mapping.getPatternValues().stream()
                        .filter(pattern -> WRITES.contains(method))
                        .filter(pattern -> pattern.startsWith("/api/v1/basvurular/{number}/")
                                || pattern.startsWith("/dosya/{number}/"))
                        .flatMap(RightBeforeStateIT::filledIn)
                        .forEach(address -> found.add(new Write(method, address)));
            }
        }
        return found;
    }

    private static Stream<String> filledIn(String pattern) {
        String letter = pattern.replace("{kind}", "sonuc").replace("{ordinal}", "1");
        return letter.contains("{step}")
                ? Arrays.stream(LegalStep.values()).map(step -> letter.replace("{step}", step.address()))
                : Stream.of(letter);
    }
}
