package tr.muhatap.dosya;

import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.problem.InvalidParameterException;
import tr.muhatap.text.Texts;

/** REST endpoints of the Tasklist and Cockpit plugins, one request for each view. */
@RestController
@RequestMapping("/api/v1")
class WorkplaceController {

    private static final int MOST_CARDS = 100;

    private final Workplace workplace;
    private final DosyaService dosyalar;
    private final BasvuruAccess access;

    WorkplaceController(Workplace workplace, DosyaService dosyalar, BasvuruAccess access) {
        this.workplace = workplace;
        this.dosyalar = dosyalar;
        this.access = access;
    }

    @GetMapping("/gorev-kartlari")
    List<Workplace.Card> cards(@RequestParam List<String> number) {
        if (number.size() > MOST_CARDS) {
            throw new InvalidParameterException(
                    "number", Texts.of("dosya.workplace-controller.bir-kerede-en-cok-numara", MOST_CARDS));
        }
        return workplace.cards(number);
    }

    @GetMapping("/kanal-durumu")
    List<Workplace.ChannelState> channels() {
        if (!access.readsAll()) {
            throw new AccessDeniedException(
                    Texts.of("dosya.workplace-controller.bu-sayilari-butun-basvurulari-gorebilenler"));
        }
        return workplace.channels();
    }

    @GetMapping("/basvurular/{number}/gecmis")
    List<Dosya.HistoryLine> past(@PathVariable String number) {
        return dosyalar.past(number);
    }
}
