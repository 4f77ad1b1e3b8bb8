package tr.muhatap.intake.cagri;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.PlainText;

/** Field names of each telephone system. The first name with a value is used. */
enum TelephoneSystem {
    VERIMOR(new Names(
            List.of("call_uuid"),
            List.of("event_type"),
            List.of("caller_id_number"),
            List.of("destination_number"),
            List.of("connected_user", "dialed_user"),
            List.of("recording_url", "record_url"),
            Set.of("ringing"),
            Set.of("answer"),
            Set.of("hangup"))),
    BULUTFON(new Names(
            List.of("uuid"),
            List.of("event_type"),
            List.of("caller"),
            List.of("callee"),
            List.of("extension", "dahili"),
            List.of("cdr.call_record", "call_record"),
            Set.of("call_init", "call_init_extension"),
            Set.of("call_answer", "call_answer_extension"),
            Set.of("call_hangup", "missing_call"))),
    HIPCALL(new Names(
            List.of("data.uuid"),
            List.of("event"),
            List.of("data.caller_number"),
            List.of("data.callee_number"),
            List.of("data.user_id"),
            List.of("data.record_url"),
            Set.of("call_init"),
            Set.of("call_answer"),
            Set.of("call_hangup"))),
    ALOTECH(new Names(
            List.of("call_id"),
            List.of("event_type", "event"),
            List.of("caller_id"),
            List.of("called_num"),
            List.of("agent_username"),
            List.of("record_url"),
            Set.of(),
            Set.of(),
            Set.of())),
    NETGSM(new Names(
            List.of("unique_id"),
            List.of("event", "event_type", "type"),
            List.of("customer_num"),
            List.of("pbx_num"),
            List.of("internal_num"),
            List.of("recording", "record_url"),
            Set.of("ringing", "incoming", "incoming_call"),
            Set.of("answer", "answered"),
            Set.of("hangup", "end", "ended", "missed")));

    private static final int LONGEST_ID = 80;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_RECORDING = 500;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,17}");
    private static final long MICROSECONDS = 1_000_000;
    /** Larger values are microseconds. */
    private static final long FIRST_MICROSECONDS = 100_000_000_000L;

    private final Names names;

    TelephoneSystem(Names names) {
        this.names = names;
    }

    /**
     * @param id of the call
     * @param caller calling party
     * @param callee called party
     * @param extension the operator's
     * @param ringing values of the event's name while it rings
     */
    private record Names(
            List<String> id,
            List<String> event,
            List<String> caller,
            List<String> callee,
            List<String> extension,
            List<String> recording,
            Set<String> ringing,
            Set<String> answered,
            Set<String> ended) {}

    static Optional<TelephoneSystem> find(String name) {
        return Arrays.stream(values())
                .filter(system -> system.address().equals(name))
                .findFirst();
    }

    /** Name in addresses and settings. */
    String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Parses the fields of an event.
     *
     * @param fields by name, nested ones as {@code outer.inner}
     * @return empty if no call can be identified
     */
    Optional<CallEvent> read(Map<String, String> fields) {
        String id = value(fields, names.id(), LONGEST_ID);
        if (id == null) {
            return Optional.empty();
        }
        boolean outbound = isOutbound(fields);
        String caller = value(fields, names.caller(), LONGEST_NUMBER);
        String callee = value(fields, names.callee(), LONGEST_NUMBER);
        // Netgsm names the other party itself
        String phone = this == NETGSM || !outbound ? caller : callee;
        return Optional.of(new CallEvent(
                id,
                stage(fields),
                outbound,
                phone,
                value(fields, names.extension(), LONGEST_NUMBER),
                value(fields, names.recording(), LONGEST_RECORDING),
                spoken(fields)));
    }

    /** Whether the system reports answered calls, so that a call without such an event was not answered. */
    boolean tellsAnswers() {
        return this == VERIMOR || this == NETGSM;
    }

    /** Duration of the conversation, if the last event contains it. */
    private @Nullable Long spoken(Map<String, String> fields) {
        return switch (this) {
            case VERIMOR, NETGSM -> null;
            case ALOTECH -> number(fields.get("duration"));
            case HIPCALL ->
                isSet(fields.get("data.missing_call")) ? Long.valueOf(0) : number(fields.get("data.call_duration"));
            case BULUTFON ->
                isSet(fields.get("missing_call")) || "missing_call".equals(fields.get("event_type"))
                        ? Long.valueOf(0)
                        : between(number(fields.get("cdr.answer_time")), number(fields.get("cdr.hangup_time")));
        };
    }

    /** Bulutfon counts in microseconds. */
    private static @Nullable Long between(@Nullable Long answer, @Nullable Long hangUp) {
        if (hangUp == null || answer == null) {
            return null;
        }
        long seconds = (hangUp - answer) / (hangUp > FIRST_MICROSECONDS ? MICROSECONDS : 1);
        return answer == 0 ? Long.valueOf(0) : number(String.valueOf(seconds));
    }

    /** A non-negative integer; null for anything else. */
    private static @Nullable Long number(@Nullable String written) {
        return written != null && DIGITS.matcher(written).matches() ? Long.valueOf(written) : null;
    }

    private static boolean isSet(@Nullable String flag) {
        return "true".equalsIgnoreCase(flag) || "1".equals(flag);
    }

    /** Whether both parties are within the office. */
    static boolean isInternal(Map<String, String> fields) {
        return direction(fields).startsWith("int") || direction(fields).equals("local");
    }

    private static boolean isOutbound(Map<String, String> fields) {
        return direction(fields).startsWith("out");
    }

    private static String direction(Map<String, String> fields) {
        return fields.getOrDefault("direction", fields.getOrDefault("data.direction", ""))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private @Nullable CallStage stage(Map<String, String> fields) {
        String given = value(fields, names.event(), LONGEST_NUMBER);
        if (given == null) {
            // AloTech sends a single record: with a duration the call is over
            return fields.containsKey("duration") ? CallStage.BITTI : CallStage.CALIYOR;
        }
        String event = given.toLowerCase(Locale.ROOT).replace("::", "_");
        if (names.ended().contains(event)) {
            return CallStage.BITTI;
        }
        if (names.answered().contains(event)) {
            return CallStage.KONUSULUYOR;
        }
        return names.ringing().contains(event) ? CallStage.CALIYOR : null;
    }

    private static @Nullable String value(Map<String, String> fields, List<String> names, int longest) {
        for (var name : names) {
            String value = PlainText.stripped(fields.getOrDefault(name, ""));
            if (!value.isEmpty() && value.length() <= longest && PlainText.isVisibleLine(value)) {
                return value;
            }
        }
        return null;
    }
}
