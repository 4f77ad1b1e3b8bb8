package tr.muhatap.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.NewBasvuru;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.channel.AnswerWay;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandards;
import tr.muhatap.door.DoorEvents;
import tr.muhatap.door.DoorKind;
import tr.muhatap.intake.cagri.CallApplications;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.takip.Tracking;
import tr.muhatap.text.Digits;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/**
 * The single entry point of all channels. A delivery is refused with every faulty field, or recognised as already
 * delivered (same channel and external number), or registered; nothing else is ever stored.
 */
@Service
public class Intake {

    /** @param isNew false if the identical delivery was registered before */
    public record Receipt(Basvuru basvuru, boolean isNew) {}

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final ServiceStandards standards;
    private final Deadlines deadlines;
    private final Organization organization;
    private final CurrentUser currentUser;
    private final RateLimits limits;
    private final ObjectMapper json;
    private final Tracking tracking;
    private final CallApplications calls;
    private final DoorEvents doors;
    private final Clock clock;

    Intake(
            BasvuruRegister register,
            BasvuruAccess access,
            ServiceStandards standards,
            Deadlines deadlines,
            Organization organization,
            CurrentUser currentUser,
            RateLimits limits,
            ObjectMapper json,
            Tracking tracking,
            CallApplications calls,
            DoorEvents doors,
            Clock clock) {
        this.register = register;
        this.access = access;
        this.standards = standards;
        this.deadlines = deadlines;
        this.organization = organization;
        this.currentUser = currentUser;
        this.limits = limits;
        this.json = json;
        this.tracking = tracking;
        this.calls = calls;
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * Registers a delivery. Must not be called within a transaction, since the registration has its own.
     *
     * @throws InvalidInputException naming every faulty field
     * @throws AccessDeniedException if the current user may not register on the channel
     * @throws RuleViolationException if the external number is known with other content or from another deliverer
     */
    public Receipt take(SubmissionRequest request) {
        return take(request, registered -> {});
    }

    /**
     * As {@link #take(SubmissionRequest)}.
     *
     * @param with executed in the same transaction, such as storing files; also if the application is known
     */
    public Receipt take(SubmissionRequest given, Consumer<Basvuru> with) {
        requireRegistering(channel(given));
        var request = withoutTrace(given);
        var receipt = take(
                request,
                currentUser.name(),
                digest(request),
                checks -> submission ->
                        register.register(submission, hidingCall(given).andThen(with)));
        return withCall(given, alsoIfKnown(receipt, with));
    }

    /**
     * Registers an application from our own page: by the website, or as an electronic request for information.
     * Otherwise as {@link #take}.
     *
     * @param with executed in the same transaction, such as storing files; also if the application is known
     * @throws IllegalArgumentException for any other channel
     * @throws tr.muhatap.problem.TooManyRequestsException if the recipient of the receipt got too many already
     */
    public Receipt takeFromCitizen(SubmissionRequest request, Consumer<Basvuru> with) {
        if (channel(request).filter(Channel::isOnOwnPage).isEmpty()) {
            throw new IllegalArgumentException("Not a channel of citizens: " + request.channel());
        }
        try {
            var receipt = take(request, CurrentUser.CITIZEN, digest(request), checks -> submission -> {
                limits.requireRecipients(
                        submission.applicant().email(), submission.applicant().phone());
                return register.register(submission, with);
            });
            alsoIfKnown(receipt, with);
            doors.taken(DoorKind.WEB_FORMU);
            return receipt;
        } catch (InvalidInputException | RuleViolationException | TooManyRequestsException refused) {
            doors.refused(DoorKind.WEB_FORMU);
            throw refused;
        }
    }

    /**
     * Registers and closes an application that a desk or the call centre answered on the spot; otherwise as {@link
     * #take}.
     *
     * @param information the information given to the applicant
     */
    public Receipt takeInformed(SubmissionRequest given, @Nullable String information) {
        requireRegistering(channel(given));
        var request = withoutTrace(given);
        String digest = digest(List.of(request, String.valueOf(information)));
        var receipt = take(request, currentUser.name(), digest, checks -> {
            String answer = checks.information(information);
            return submission -> register.registerInformed(submission, answer == null ? "" : answer, hidingCall(given));
        });
        return withCall(given, receipt);
    }

    /**
     * Result of comparing an item of another system's list.
     *
     * @param known the application with this channel and external number; null if it would be new
     * @param differing API names of fields in which the item differs from the application, unordered
     */
    public record Examined(@Nullable Basvuru known, List<String> differing) {}

    /**
     * Registers an item of another system's list. Otherwise as {@link #take}, whose authorization was checked when the
     * list was submitted.
     *
     * @param deliverer who submitted the list
     * @param with executed in the same transaction
     */
    public Receipt takeListed(SubmissionRequest request, String deliverer, Consumer<Basvuru> with) {
        return withCall(request, take(request, deliverer, digest(request), checks -> {
            checks.ofList();
            return submission ->
                    register.register(submission, hidingCall(request).andThen(with));
        }));
    }

    /**
     * Accepts a submission that a third-party application delivers for a citizen. Like {@link #take}; the caller has
     * checked the application's API key.
     *
     * @param deliverer name of the client to which the key belongs
     * @param with runs in the same transaction, e.g. to add the attached files; also if the application is known
     * @throws tr.muhatap.problem.TooManyRequestsException if the recipient of the receipt exceeds the limit
     */
    public Receipt takeFromApp(SubmissionRequest request, String deliverer, Consumer<Basvuru> with) {
        var receipt = take(request, deliverer, digest(request), checks -> submission -> {
            limits.requireRecipients(
                    submission.applicant().email(), submission.applicant().phone());
            return register.register(submission, with);
        });
        return alsoIfKnown(receipt, with);
    }

    /** What comes along with a repetition only, such as a file added to a form sent before, is not lost. */
    private static Receipt alsoIfKnown(Receipt receipt, Consumer<Basvuru> with) {
        if (!receipt.isNew()) {
            with.accept(receipt.basvuru());
        }
        return receipt;
    }

    /** @throws AccessDeniedException if the current user may not submit lists of a channel */
    public void requireRegistering(Channel channel) {
        requireRegistering(Optional.of(channel));
    }

    /**
     * Compares an item of another system's list with the register, without storing anything.
     *
     * @throws InvalidInputException naming every faulty field of an unknown item
     */
    public Examined examine(SubmissionRequest request, String deliverer) {
        var channel = channel(request);
        String reference = request.externalReference();
        var known = channel.isPresent() && reference != null && !reference.isBlank()
                ? register.findByExternalReference(channel.get(), PlainText.stripped(reference))
                : Optional.<Basvuru>empty();
        var checks = new SubmissionChecks(
                        request,
                        standards,
                        deadlines,
                        organization,
                        number -> isUnprocessed(number, request, deliverer),
                        clock)
                .ofList();
        try {
            var given = checks.checked(channel, deliverer, "");
            return new Examined(
                    known.orElse(null), known.map(one -> differing(one, given)).orElse(List.of()));
        } catch (InvalidInputException faulty) {
            return new Examined(known.orElseThrow(() -> faulty), List.of());
        }
    }

    private static List<String> differing(Basvuru known, NewBasvuru given) {
        var here = known.applicant();
        var there = given.applicant();
        record Pair(
                String field,
                @Nullable Object here,
                @Nullable Object there) {}
        return Stream.of(
                        new Pair("kind", known.kind(), given.kind()),
                        new Pair("subject", known.subject(), given.subject()),
                        new Pair("text", sameLines(known.text()), sameLines(given.text())),
                        new Pair("applicant.identityHidden", here.identityHidden(), there.identityHidden()),
                        new Pair("applicant.firstName", here.firstName(), there.firstName()),
                        new Pair("applicant.lastName", here.lastName(), there.lastName()),
                        new Pair("applicant.title", here.title(), there.title()),
                        new Pair("applicant.nationalId", here.nationalId(), there.nationalId()),
                        new Pair("applicant.taxNumber", here.taxNumber(), there.taxNumber()),
                        new Pair("applicant.phone", here.phone(), there.phone()),
                        new Pair("applicant.email", here.email(), there.email()),
                        new Pair("applicant.address", here.address(), there.address()))
                .filter(pair -> !Objects.equals(pair.here(), pair.there()))
                .map(Pair::field)
                .toList();
    }

    private static String sameLines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private void requireRegistering(Optional<Channel> channel) {
        if (channel.isPresent() && !access.mayRegister(channel.get())) {
            throw new AccessDeniedException(Texts.of("intake.intake.bu-kanaldan-basvuru-kaydedemezsiniz"));
        }
    }

    /**
     * Links the call identified by the external number; a hidden informer's call is not linked. After the registration, so
     * that of a call's event at the same moment one of the two sees the other.
     */
    private Receipt withCall(SubmissionRequest given, Receipt receipt) {
        call(given).ifPresent(reference -> {
            if (given.hidesIdentity()) {
                calls.hidden(reference);
            } else {
                calls.registered(reference, receipt.basvuru().number());
            }
        });
        return receipt;
    }

    /** A hidden informer is never registered with an open call, even if the program stops behind the registration. */
    private Consumer<Basvuru> hidingCall(SubmissionRequest given) {
        return registered ->
                call(given).filter(reference -> given.hidesIdentity()).ifPresent(calls::hidden);
    }

    /** Id of the call from which an application comes. */
    private Optional<String> call(SubmissionRequest given) {
        return Optional.ofNullable(given.externalReference())
                .filter(reference -> !reference.isBlank()
                        && channel(given).filter(Channel.ofCalls()::equals).isPresent());
    }

    /**
     * Replaces a call's or chat's id by a keyed hash for hidden informers, which still recognises duplicates but does
     * not lead to the informer. Numbers of CİMER and Açık Kapı are kept: they identify nobody here, and the answer is
     * returned under them.
     */
    private SubmissionRequest withoutTrace(SubmissionRequest given) {
        String reference = given.externalReference();
        boolean goesBack = channel(given)
                .filter(channel -> channel.answerWay() == AnswerWay.BACK_TO_SOURCE)
                .isPresent();
        if (!given.hidesIdentity() || goesBack || reference == null || reference.isBlank()) {
            return given;
        }
        return given.withExternalReference(calls.trace(String.valueOf(given.channel()), reference));
    }

    /** @param further validates the rest of the input, and returns how to register it */
    private Receipt take(
            SubmissionRequest request,
            String deliverer,
            String digest,
            Function<SubmissionChecks, Function<NewBasvuru, Basvuru>> further) {
        var channel = channel(request);
        if (channel.isPresent()) {
            var known = known(channel.get(), request.externalReference(), digest, deliverer);
            if (known.isPresent()) {
                return new Receipt(known.get(), false);
            }
        }
        var checks = new SubmissionChecks(
                request,
                standards,
                deadlines,
                organization,
                number -> isUnprocessed(number, request, deliverer),
                clock);
        var registering = further.apply(checks);
        var submission = checks.checked(channel, deliverer, digest);
        try {
            return new Receipt(registering.apply(submission), true);
        } catch (DataIntegrityViolationException | DbActionExecutionException collision) {
            return known(submission.channel(), submission.externalReference(), digest, deliverer)
                    .map(basvuru -> new Receipt(basvuru, false))
                    .orElseThrow(() -> collision);
        }
    }

    /** One that the deliverer may read, or, for citizens, their own: others learn nothing by trying numbers. */
    private boolean isUnprocessed(String number, SubmissionRequest request, String deliverer) {
        return register.find(number)
                .filter(basvuru -> hasCode(number, request)
                        || (deliverer.equals(CurrentUser.CITIZEN) ? isOf(basvuru, request) : access.mayRead(basvuru)))
                .filter(basvuru -> basvuru.outcome() == Outcome.ISLEME_KONULMADI)
                .isPresent();
    }

    /** For legal persons, and applicants without T.C. kimlik no: number and tracking code prove ownership. */
    private boolean hasCode(String number, SubmissionRequest request) {
        String code = request.previousCode();
        return code != null && tracking.fits(number, code);
    }

    private static boolean isOf(Basvuru basvuru, SubmissionRequest request) {
        var applicant = request.applicant();
        String nationalId = basvuru.applicant().nationalId();
        String given = applicant == null ? null : applicant.nationalId();
        return given != null && nationalId != null && nationalId.equals(Digits.joined(given));
    }

    private Optional<Channel> channel(SubmissionRequest request) {
        return Channel.find(request.channel());
    }

    private Optional<Basvuru> known(
            Channel channel, @Nullable String externalReference, String digest, String deliverer) {
        if (externalReference == null || externalReference.isBlank()) {
            return Optional.empty();
        }
        var known = register.findByExternalReference(channel, PlainText.stripped(externalReference));
        known.ifPresent(basvuru -> {
            boolean identical = basvuru.contentDigest().equals(digest)
                    && basvuru.deliveredBy().equals(deliverer);
            if (!identical) {
                throw new RuleViolationException(
                        IntakeRefusal.DIS_NUMARA_KULLANILMIS, Texts.of("intake.ret.dis-numara-kullanilmis"));
            }
        });
        return known;
    }

    private String digest(Object request) {
        try {
            byte[] canonical = json.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A delivery cannot be digested", e);
        }
    }
}
