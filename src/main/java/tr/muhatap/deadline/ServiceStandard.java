package tr.muhatap.deadline;

import java.util.List;
import java.util.Map;
import tr.muhatap.channel.Channel;

/**
 * One row of the Kamu Hizmet Standartları Tablosu, as the decision table {@code hizmet-standartlari} has it.
 *
 * @param channel the channel the row is for
 * @param extended whether the row holds for an extended limit (4982 md. 11)
 * @param no number of the service in the published table
 * @param service name of the service as published
 * @param papers papers asked of the applicant, as published
 * @param requiredPapers the same for the papers check: by case ({@code *} for every case, else
 *     {@code ELEKTRONIK_GERCEK}, {@code ELEKTRONIK_TUZEL}, {@code YAZILI}, {@code KURUM}) the papers without which the
 *     application is refused
 * @param limit length of the limit in {@code unit}
 * @param unit how the limit counts
 * @param secondLimit working days from lateness to the second level of escalation
 * @param basis the article of law the limit stands on
 */
public record ServiceStandard(
        Channel channel,
        boolean extended,
        int no,
        String service,
        String papers,
        Map<String, List<Paper>> requiredPapers,
        int limit,
        DayUnit unit,
        int secondLimit,
        String basis) {

    /** What an applicant may have to show or leave. */
    public enum Paper {
        TC_KIMLIK_NO,
        YETKI_BELGESI,
        ADRES,
        ILETISIM,
        ILETEN_KURUM
    }
}
