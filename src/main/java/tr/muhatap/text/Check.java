package tr.muhatap.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/**
 * Validates user input field by field and collects every fault before it throws. Texts are normalized (NFC) and
 * stripped; lengths are in code points; control characters are refused. Methods return the checked value, or null if it
 * is missing or faulty.
 */
public final class Check {

    /** Turkish lira that one fee may be at most. */
    /** Maximum amount of a fee in Turkish lira. */
    public static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000");

    /**
     * Messages for the faults of a text.
     *
     * @param tooLong with {@code %d} for the length
     */
    public record Wording(String missing, String tooLong, String unclean) {

        static final Wording PLAIN = new Wording(
                Texts.of("text.check.bu-alan-zorunludur"),
                Texts.of("text.check.en-cok-karakter-olabilir"),
                Texts.of("text.check.gorunmeyen-karakter-olamaz"));
    }

    private final List<FieldError> errors = new ArrayList<>();

    public void reject(String field, String why) {
        errors.add(new FieldError(field, why));
    }

    /** Adds a fault unless the condition holds. */
    public void require(boolean right, String field, String why) {
        if (!right) {
            reject(field, why);
        }
    }

    /** The first fault of each field, in order of detection. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        errors.forEach(error -> faults.putIfAbsent(error.field(), error.message()));
        return faults;
    }

    public boolean isFaulty(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    /** @throws InvalidInputException naming every faulty field */
    public void done() {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    /** A checked value that cannot be null, since {@link #done} found no fault. */
    public static <T> T given(@Nullable T checked) {
        return Optional.ofNullable(checked).orElseThrow();
    }

    /** A required text of one or several lines. */
    public @Nullable String text(String field, @Nullable String value, int longest) {
        return text(field, value, longest, Wording.PLAIN);
    }

    public @Nullable String text(String field, @Nullable String value, int longest, Wording wording) {
        String text = optionalText(field, value, longest, wording);
        if (text == null && !isFaulty(field)) {
            reject(field, wording.missing());
        }
        return text;
    }

    public @Nullable String optionalText(String field, @Nullable String value, int longest) {
        return optionalText(field, value, longest, Wording.PLAIN);
    }

    public @Nullable String optionalText(String field, @Nullable String value, int longest, Wording wording) {
        return words(field, value, longest, wording, value == null || PlainText.isCleanText(value));
    }

    /** A required text of one line. */
    public @Nullable String line(String field, @Nullable String value, int longest) {
        return line(field, value, longest, Wording.PLAIN);
    }

    public @Nullable String line(String field, @Nullable String value, int longest, Wording wording) {
        String line = optionalLine(field, value, longest, wording);
        if (line == null && !isFaulty(field)) {
            reject(field, wording.missing());
        }
        return line;
    }

    public @Nullable String optionalLine(String field, @Nullable String value, int longest) {
        return optionalLine(field, value, longest, Wording.PLAIN);
    }

    /** A text of one line. */
    public @Nullable String optionalLine(String field, @Nullable String value, int longest, Wording wording) {
        return words(field, value, longest, wording, value == null || PlainText.isCleanLine(value));
    }

    private @Nullable String words(String field, @Nullable String value, int longest, Wording wording, boolean clean) {
        if (value == null) {
            return null;
        }
        String words = PlainText.stripped(PlainText.normal(value));
        if (PlainText.isLongerThan(words, longest)) {
            reject(field, wording.tooLong().formatted(longest));
            return null;
        }
        if (!clean) {
            reject(field, wording.unclean());
            return null;
        }
        return words.isEmpty() ? null : words;
    }

    /** Refuses characters without a glyph in the letters' fonts. */
    public @Nullable String printable(String field, @Nullable String text) {
        Optional.ofNullable(text).flatMap(Printable::fault).ifPresent(fault -> reject(field, fault));
        return text;
    }

    /** A telephone number, converted to E.164. */
    public @Nullable String phone(String field, @Nullable String line) {
        var phone = Optional.ofNullable(line).flatMap(Phones::parse);
        require(
                line == null || phone.isPresent(),
                field,
                Texts.of("text.check.telefon-numarasi-gecersiz", Phones.EXAMPLE));
        return phone.orElse(null);
    }

    public @Nullable String email(String field, @Nullable String line) {
        String fault = line == null ? null : Contacts.emailFault(line);
        if (fault == null) {
            return line;
        }
        reject(field, fault);
        return null;
    }

    /** Refuses links, since messages to unconfirmed addresses must not contain links chosen by a stranger. */
    public @Nullable String withoutLink(String field, @Nullable String words) {
        if (words != null && Links.isIn(words)) {
            reject(field, Links.FAULT);
            return null;
        }
        return words;
    }

    /** A constant of an enum, by name. */
    public <E extends Enum<E>> @Nullable E choice(Class<E> type, String field, @Nullable String value) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst();
        if (found.isEmpty()) {
            reject(field, Texts.of("text.check.sunlardan-biri-olmalidir", Arrays.toString(type.getEnumConstants())));
        }
        return found.orElse(null);
    }

    /** A date in ISO format, Europe/Istanbul. */
    public @Nullable LocalDate day(String field, @Nullable String value) {
        var day = Optional.ofNullable(value).flatMap(Days::iso);
        if (day.isEmpty()) {
            reject(field, Texts.of("text.check.takvimde-bulunan-bir-tarih-yazilmalidir", Days.EXAMPLE));
        }
        return day.orElse(null);
    }

    /** An amount in Turkish lira, in machine-readable notation. */
    public @Nullable BigDecimal amount(String field, @Nullable String value) {
        var amount = Optional.ofNullable(value)
                .flatMap(Money::json)
                .filter(given -> given.signum() > 0 && given.compareTo(LARGEST_AMOUNT) <= 0);
        if (amount.isEmpty()) {
            reject(field, Texts.of("text.check.tutar-0-dan-buyuk-en", Money.EXAMPLE));
        }
        return amount.orElse(null);
    }
}
