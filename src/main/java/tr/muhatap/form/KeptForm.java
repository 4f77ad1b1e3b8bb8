package tr.muhatap.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.FieldError;
import tr.muhatap.text.Texts;

/**
 * A form as it was sent.
 *
 * @param page path of the page that shows it again
 * @param action path to which it was sent
 * @param fields each with its values
 * @param errors what was wrong, all of it
 * @param message what stood in the way, where no field is to blame
 * @param done what was done, where something was
 * @param sessionEnded whether it was kept because the session had ended
 * @param filesLost whether files came along, which are not kept
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

    /** What is to be said above the form; null if the errors say all. */
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
