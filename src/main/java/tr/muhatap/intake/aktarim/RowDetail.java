package tr.muhatap.intake.aktarim;

import java.util.List;
import tr.muhatap.problem.FieldError;

/**
 * Stored data of a row that staff have to look at.
 *
 * @param cells original cells
 * @param errors why it was refused
 * @param differing fields in which it differs from the application
 */
record RowDetail(List<String> cells, List<FieldError> errors, List<String> differing) {}
