package tr.muhatap.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.FieldError;
import tr.muhatap.text.Texts;

/**
 * A submitted form.
 *
 * @param page path of the page that shows it again
 * @param action path to which it was submitted
 * @param fields values by field
 * @param errors all faults
 * @param message reason of a failure that concerns no field
 * @param done success message, if any
 * @param sessionEnded whether it was stored because the session had ended
 * @param filesLost whether it had files, which are not stored
 */
public record KeptForm(
        String page,
        String action,
        Map<String, List<String>> fields,
        List<FieldError> errors,
        @Nullable String message,
        @Nullable String done,
        boolean sessionEnded,
        boolean filesLost) {

    private static final String ENDED = Texts.of("form.kept-form.oturumunuz-sona-erdiginden-islem-yapilmadi");
    private static final String FILES = Texts.of("form.kept-form.ekler-saklanmadi-ekleri-yeniden-secin");

    /** Notice above the form; null if the errors say everything. */
    public @Nullable String notice() {
        if (sessionEnded) {
            return filesLost ? ENDED + FILES : ENDED;
        }
        return message;
    }

    /** A field's first value. */
    public @Nullable String field(String name) {
        var values = fields.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The fields with their first values. */
    public Map<String, String> single() {
        var single = new LinkedHashMap<String, String>();
        fields.forEach((name, values) -> {
            if (!values.isEmpty()) {
                single.put(name, values.get(0));
            }
        });
        return single;
    }
}
