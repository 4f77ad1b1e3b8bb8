package tr.muhatap.intake.cagri;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/** Calls for the call centre: ringing ones, and those that ended without an application. */
@Service
public class CallDesk {

    /** Field of the reason. */
    public static final String NOTE = "note";

    public static final String EXTENSIONS = "dahililer";

    private static final int MOST = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_EXTENSION = 40;
    private static final int LONGEST_USER = 64;
    private static final int MOST_EXTENSIONS = 500;
    private static final String PLACE = "cagrilar";
    private static final String RECORDING = "cagri-kaydi";
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]+");
    private static final int MOST_SEEN = 10_000;

    private static final Channel PHONE = Channel.ofCalls();

    private final CallStore calls;
    private final CallApplications applications;
    private final CallSettings settings;
    private final BasvuruRegister register;
    private final PersonalDataLog personalDataLog;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** Ringing calls already seen by an operator on this node, so that reloading a page logs no second access. */
    private final Cache<String, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(MOST_SEEN)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    CallDesk(
            CallStore calls,
            CallApplications applications,
            CallSettings settings,
            BasvuruRegister register,
            PersonalDataLog personalDataLog,
            CurrentUser currentUser,
            TransactionTemplate transaction,
            Clock clock) {
        this.calls = calls;
        this.applications = applications;
        this.settings = settings;
        this.register = register;
        this.personalDataLog = personalDataLog;
        this.currentUser = currentUser;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A call.
     *
     * @param phone the caller's number; null if withheld
     * @param seconds duration of the conversation; null if there was none or it is unknown
     * @param missed whether it ended unanswered
     */
    public record Call(
            long id,
            String callId,
            CallStage stage,
            boolean outbound,
            @Nullable String phone,
            @Nullable String operator,
            Instant startedAt,
            @Nullable Long seconds,
            boolean missed,
            boolean recorded) {}

    /**
     * Where a call's recording is.
     *
     * @param number of the application that the call became
     * @param web whether the address is one that a browser opens
     */
    public record Recording(String number, Instant startedAt, String address, boolean web) {}

    /**
     * Calls ringing for the current user or for an unknown operator; empty for users who take no calls. The first
     * access to each is logged.
     */
    public List<Call> ringing() {
        if (!takesCalls()) {
            return List.of();
        }
        String user = currentUser.name();
        var ringing = calls.current(user, clock.instant().minus(settings.shown()));
        var first = ringing.stream()
                .filter(row -> row.phone() != null)
                .filter(row -> seen.asMap().putIfAbsent(row.id() + "\n" + user, true) == null)
                .map(CallDesk::logged)
                .toList();
        if (!first.isEmpty()) {
            personalDataLog.viewed(first, PLACE);
        }
        return ringing.stream().map(CallDesk::call).toList();
    }

    /** Calls that ended without an application, newest first; the access is logged. */
    public List<Call> unrecorded() {
        require();
        var open = calls.unrecorded(MOST);
        personalDataLog.viewed(open.stream().map(CallDesk::logged).toList(), PLACE);
        return open.stream().map(CallDesk::call).toList();
    }

    private static String logged(CallStore.Row row) {
        return "cagri-" + row.id();
    }

    /** Calls of an application, without numbers; the caller checks that the user may read the application. */
    public List<Call> of(String number) {
        var reference = register.find(number)
                .filter(basvuru -> basvuru.channel().equals(PHONE))
                .map(Basvuru::externalReference)
                .orElse(null);
        return reference == null
                ? List.of()
                : applications.of(reference, number).stream()
                        .map(CallDesk::call)
                        .toList();
    }

    /** Whether recordings are the current user's to listen to. */
    public boolean mayListen() {
        return currentUser.isIn(
                Groups.HALKLA_ILISKILER_YONETICISI, Groups.SUBE_MUDURU, Groups.DENETCI, Groups.CAMUNDA_ADMIN);
    }

    /**
     * The recording of a call that became an application; the look is logged.
     *
     * @throws AccessDeniedException for whoever may not listen
     * @throws NotFoundException if there is none
     */
    public Recording recording(long id) {
        if (!mayListen()) {
            throw new AccessDeniedException(Texts.of("intake.cagri.kayit-yetkisi"));
        }
        var row = calls.find(id).orElseThrow(CallDesk::noRecording);
        String number = row.number();
        String address = row.recording();
        if (number == null || address == null) {
            throw noRecording();
        }
        personalDataLog.viewed(number, RECORDING);
        return new Recording(
                number, row.startedAt(), address, WEB.matcher(address).matches());
    }

    private static NotFoundException noRecording() {
        return new NotFoundException(Texts.of("intake.cagri.kayit-yok"));
    }

    /** @throws InvalidInputException if no reason is given */
    public void setAside(long id, @Nullable String reason) {
        require();
        var check = new Check();
        String note = check.line(
                NOTE,
                reason,
                LONGEST_NOTE,
                new Check.Wording(
                        Texts.of("intake.cagri.gerekce-yok"),
                        Texts.of("intake.cagri.gerekce-uzun"),
                        Texts.of("intake.cagri.gerekce-karakter")));
        check.done();
        if (!calls.setAside(id, Check.given(note), currentUser.name())) {
            throw new NotFoundException(Texts.of("intake.cagri.yok"));
        }
    }

    /** Users by extension, one per line. */
    public String extensions() {
        require();
        var lines = new StringBuilder();
        calls.extensions()
                .forEach((extension, user) ->
                        lines.append(extension).append(" = ").append(user).append('\n'));
        return lines.toString();
    }

    /** @throws InvalidInputException naming the first faulty line */
    public void keepExtensions(String typed) {
        require();
        var users = new LinkedHashMap<String, String>();
        int number = 0;
        for (var line : typed.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            int sign = line.indexOf('=');
            String extension = sign < 0 ? "" : PlainText.stripped(line.substring(0, sign));
            String user = sign < 0 ? "" : PlainText.stripped(line.substring(sign + 1));
            boolean right = !extension.isEmpty()
                    && !user.isEmpty()
                    && extension.length() <= LONGEST_EXTENSION
                    && user.length() <= LONGEST_USER
                    && PlainText.isVisibleLine(extension)
                    && PlainText.isVisibleLine(user)
                    && users.size() < MOST_EXTENSIONS;
            if (!right || users.putIfAbsent(extension, user) != null) {
                throw new InvalidInputException(EXTENSIONS, Texts.of("intake.cagri.dahili-satiri", number));
            }
        }
        transaction.executeWithoutResult(tx -> calls.replaceExtensions(Map.copyOf(users), currentUser.name()));
    }

    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT6H")
    void forgetOld() {
        calls.forget(clock.instant().minus(settings.kept()));
    }

    /** Whether calls are the current user's to take. */
    public boolean takesCalls() {
        return currentUser.isIn(Groups.CAGRI_MERKEZI, Groups.CAMUNDA_ADMIN);
    }

    private void require() {
        if (!takesCalls()) {
            throw new AccessDeniedException(Texts.of("intake.cagri.yetki"));
        }
    }

    private static Call call(CallStore.Row row) {
        var ended = row.endedAt();
        var answered = row.answeredAt();
        boolean spoken = ended != null && answered != null && answered.isBefore(ended);
        boolean known = answered != null
                || TelephoneSystem.find(row.system())
                        .filter(TelephoneSystem::tellsAnswers)
                        .isPresent();
        return new Call(
                row.id(),
                row.callId(),
                row.stage(),
                row.outbound(),
                row.phone(),
                row.operator(),
                row.startedAt(),
                ended == null || answered == null || !spoken
                        ? null
                        : Duration.between(answered, ended).toSeconds(),
                ended != null && known && !spoken,
                row.recording() != null);
    }
}
