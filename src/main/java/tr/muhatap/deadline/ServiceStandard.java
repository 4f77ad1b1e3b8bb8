package tr.muhatap.deadline;

import java.util.List;
import java.util.Map;
import tr.muhatap.channel.Channel;

/**
 * One row of the Kamu Hizmet Standartları Tablosu, from the decision table {@code hizmet-standartlari}.
 *
 * @param channel the channel the row is for
 * @param extended whether the row is for an extended limit (4982 md. 11)
 * @param no number of the service in the published table
 * @param service name of the service as published
 * @param papers papers required of the applicant, as published
 * @param requiredPapers the same for the papers check: by case ({@code *} for every case, else {@code
 *     ELEKTRONIK_GERCEK}, {@code ELEKTRONIK_TUZEL}, {@code YAZILI}, {@code KURUM}) the papers without which the
 *     application is refused
 * @param limit length of the limit in {@code unit}
 * @param unit how the limit counts
 * @param secondLimit working days from lateness to the second level of escalation
 * @param basis the limit's article of law
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

    /** Papers and data that an applicant may have to provide. */
    public enum Paper {
        TC_KIMLIK_NO,
        YETKI_BELGESI,
        ADRES,
        ILETISIM,
        ILETEN_KURUM
    }
}
