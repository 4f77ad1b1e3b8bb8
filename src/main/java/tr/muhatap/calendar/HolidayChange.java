package tr.muhatap.calendar;

import java.time.LocalDate;
import tr.muhatap.text.Texts;

/**
 * One change of the holiday table.
 *
 * @param version version of the table that includes it
 * @param name name after the change; for a removed day, its previous name
 */
public record HolidayChange(long version, LocalDate date, String name, Kind kind) {

    public enum Kind {
        EKLENDI(Texts.of("calendar.holiday-change.eklendi")),
        DEGISTI(Texts.of("calendar.holiday-change.degisti")),
        CIKARILDI(Texts.of("calendar.holiday-change.cikarildi"));

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
