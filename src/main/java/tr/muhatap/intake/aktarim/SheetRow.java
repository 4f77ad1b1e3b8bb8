package tr.muhatap.intake.aktarim;

import java.util.List;
import java.util.Map;
import tr.muhatap.text.Texts;

/**
 * A row of a list.
 *
 * @param line its number as a spreadsheet shows it, from 1
 * @param cells what its cells show, empty if they are empty
 * @param faults cells without a value that could be believed, by column
 */
record SheetRow(int line, List<String> cells, Map<Integer, Fault> faults) {

    /** Why a cell has no value. */
    enum Fault {
        FORMUL_HESAPLANMAMIS(Texts.of("intake.aktarim.hucre.formul")),
        HATA_DEGERI(Texts.of("intake.aktarim.hucre.hata")),
        BIRLESTIRILMIS(Texts.of("intake.aktarim.hucre.birlestirilmis")),
        KISALTILMIS_SAYI(Texts.of("intake.aktarim.hucre.kisaltilmis"));

        private final String label;

        Fault(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank) && faults.isEmpty();
    }

    /** The cell of a column, without blanks at its ends; empty if the row is shorter. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }
}
