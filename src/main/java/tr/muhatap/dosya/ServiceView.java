package tr.muhatap.dosya;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.ServedPaper;

/**
 * Service (tebliğ) of a notice for pages and API.
 *
 * @param sentOn the day of dispatch, Europe/Istanbul
 * @param servedOn null while the receipt is awaited
 * @param late whether it arrived too late to be effective
 */
public record ServiceView(
        ServedPaper paper,
        String label,
        String wayLabel,
        LocalDate sentOn,
        @Nullable LocalDate servedOn,
        boolean awaited,
        boolean late) {

    /** The notices of the application's current round. */
    public static List<ServiceView> of(Basvuru basvuru) {
        return Arrays.stream(ServedPaper.values())
                .flatMap(paper -> Stream.ofNullable(basvuru.service(paper))
                        .map(notice -> new ServiceView(
                                paper,
                                paper.label(),
                                notice.way().label(),
                                notice.sentOn(),
                                notice.servedOn(),
                                basvuru.awaitsService(paper),
                                paper == ServedPaper.SURE_UZATIMI && basvuru.isExtensionLost())))
                .toList();
    }
}
