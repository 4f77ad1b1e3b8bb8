package tr.muhatap.calendar;

import java.time.LocalDate;

/**
 * One change of the holiday table.
 *
 * @param version of the table with it
 * @param name of the day after the change; of the one taken out, the name it had
 */
public record HolidayChange(long version, LocalDate date, String name, Kind kind) {

    public enum Kind {
        EKLENDI("eklendi"),
        DEGISTI("değişti"),
        CIKARILDI("çıkarıldı");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
