package tr.muhatap.intake.aktarim;

import java.util.List;
import java.util.Map;
import tr.muhatap.text.Texts;

/**
 * A row of a list.
 *
 * @param line its number as a spreadsheet shows it, from 1
 * @param cells displayed values, empty strings for empty cells
 * @param faults cells without a usable value, by column
 */
record SheetRow(int line, List<String> cells, Map<Integer, Fault> faults) {

    /** Why a cell has no usable value. */
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

    /** The stripped cell of a column; empty if the row is shorter. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }
}
