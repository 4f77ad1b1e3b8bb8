package tr.muhatap.intake.aktarim;

import java.util.List;
import tr.muhatap.problem.FieldError;

/**
 * What is kept of a row that needs somebody's look.
 *
 * @param cells as they came
 * @param errors why it was refused
 * @param differing fields in which it differs from the application
 */
record RowDetail(List<String> cells, List<FieldError> errors, List<String> differing) {}
