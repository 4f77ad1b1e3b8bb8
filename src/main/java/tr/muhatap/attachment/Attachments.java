package tr.muhatap.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Duplicates;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.SentAnswers;
import tr.muhatap.basvuru.Status;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.takip.Tracking;
import tr.muhatap.text.Texts;

/**
 * Files of applications and answers. Files of an application are added by the citizen at submission, by the desk that
 * registered it, or by the system that delivered it while it is open, and are never removed; files of an answer by its
 * authors while they write it. Every upload, removal and download is logged.
 */
@Component
public class Attachments {

    /** Name of the form field and multipart parameter. */
    public static final String FIELD = "file";

    private final AttachmentStore store;
    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final Tracking tracking;
    private final SentAnswers sentAnswers;
    private final Duplicates duplicates;
    private final PersonalDataLog personalDataLog;
    private final CurrentUser currentUser;
    private final AttachmentSettings settings;
    private final VirusScanner scanner;
    private final TransactionTemplate transaction;

    Attachments(
            AttachmentStore store,
            BasvuruRegister register,
            BasvuruAccess access,
            Tracking tracking,
            SentAnswers sentAnswers,
            Duplicates duplicates,
            PersonalDataLog personalDataLog,
            CurrentUser currentUser,
            AttachmentSettings settings,
            VirusScanner scanner,
            TransactionTemplate transaction) {
        this.store = store;
        this.register = register;
        this.access = access;
        this.tracking = tracking;
        this.sentAnswers = sentAnswers;
        this.duplicates = duplicates;
        this.personalDataLog = personalDataLog;
        this.currentUser = currentUser;
        this.settings = settings;
        this.scanner = scanner;
        this.transaction = transaction;
    }

    /** A file with its content. */
    public record Download(Attachment attachment, byte[] content) {}

    /** A file that passed all checks and may be stored. */
    private record Checked(String name, String mediaType, String sha256, byte[] content) {

        /** A copy under another base name, with the extension of its type. */
        Checked named(String stem) {
            int dot = name.lastIndexOf('.');
            return new Checked(stem + (dot < 0 ? "" : name.substring(dot)), mediaType, sha256, content);
        }
    }

    /** Files that passed all checks and are not stored yet. */
    public static final class Accepted {

        private final List<Checked> files;

        private Accepted(List<Checked> files) {
            this.files = files;
        }
    }

    /** The accepted types, size and number, as a sentence. */
    public String rule() {
        return Texts.of(
                "attachment.attachments.her-biri-en-cok-mb",
                FileTypes.NAMES,
                settings.largest().toMegabytes(),
                settings.most());
    }

    /** The accept attribute of file inputs. */
    public String endings() {
        return FileTypes.ENDINGS;
    }

    /**
     * Files of an application that the current user may view; for a system including those of its main application's
     * answer.
     */
    public List<Attachment> of(String number) {
        var basvuru = register.get(number);
        access.requireAttachments(basvuru);
        personalDataLog.viewed(basvuru.number(), "ekler");
        return visible(basvuru).stream()
                .map(attachment -> isRemovable(attachment, basvuru) ? removable(attachment) : attachment)
                .toList();
    }

    /** Number of files visible to the current user. */
    public int count(String number) {
        var basvuru = register.get(number);
        access.requireAttachments(basvuru);
        return visible(basvuru).size();
    }

    /** Staff see all files; a delivering system sees what the citizen sees. */
    private List<Attachment> visible(Basvuru basvuru) {
        if (access.hasInsight(basvuru)) {
            return store.of(basvuru.number());
        }
        return ofOutside(
                basvuru.number(),
                sentAnswers.rounds(basvuru),
                duplicates.mainOf(basvuru).map(Basvuru::number).orElse(null));
    }

    /**
     * The application's own files, and those of answers that were sent.
     *
     * @param main main application of a duplicate, whose answer it receives
     */
    private List<Attachment> ofOutside(String number, Set<Integer> rounds, @Nullable String main) {
        var own = store.of(number).stream().filter(file -> switch (file.part()) {
            case BASVURU, DILEKCE -> true;
            case CEVAP -> rounds.contains(file.round());
            case SORU -> false;
        });
        return Stream.concat(own, main == null ? Stream.empty() : filesOfAnswer(main).stream())
                .toList();
    }

    /** Names of the files of the current round's answer. */
    public List<String> ofAnswer(Basvuru basvuru) {
        return store.of(basvuru.number()).stream()
                .filter(attachment ->
                        attachment.part() == AttachmentPart.CEVAP && attachment.round() == basvuru.answerRound())
                .map(Attachment::name)
                .toList();
    }

    /**
     * Files sent with the answer of the current round, or of the main application for a duplicate; empty while it is a
     * draft.
     */
    public List<Download> sentWithAnswer(String number) {
        return filesOfAnswer(number).stream().map(this::download).toList();
    }

    /** Metadata of {@link #sentWithAnswer}. */
    public List<Attachment> filesOfAnswer(String number) {
        var own = register.get(number);
        var answered = duplicates.mainOf(own).orElse(own);
        if (sentAnswers.current(answered) == null) {
            return List.of();
        }
        return store.of(answered.number()).stream()
                .filter(file -> file.part() == AttachmentPart.CEVAP && file.round() == answered.answerRound())
                .toList();
    }

    /** A file with its content; each access is logged (6698 KVKK). */
    public Download open(String number, long id) {
        var basvuru = register.get(number);
        access.requireAttachments(basvuru);
        var attachment = find(basvuru, id);
        personalDataLog.viewed(basvuru.number(), "ek " + id);
        return download(attachment);
    }

    /** Whether the signed petition of an oral request for information is still missing (4982 md. 6). */
    public boolean awaitsPetition(Basvuru basvuru) {
        return basvuru.isOralInformationRequest()
                && basvuru.isOpen()
                && store.of(basvuru.number()).stream().noneMatch(file -> file.part() == AttachmentPart.DILEKCE);
    }

    /** As {@link #awaitsPetition(Basvuru)}, by number. */
    public boolean awaitsPetition(String number) {
        return register.find(number).filter(this::awaitsPetition).isPresent();
    }

    /** Open oral requests for information whose signed petition is missing, oldest first. */
    public List<Basvuru> withoutPetition() {
        return register.openOralInformationRequests().stream()
                .filter(this::awaitsPetition)
                .toList();
    }

    /** Whether the current user may add files of a part now. */
    public boolean mayAdd(String number, AttachmentPart part) {
        return register.find(number)
                .filter(access::mayRead)
                .filter(basvuru -> isOpenFor(basvuru, part))
                .filter(basvuru ->
                        part == AttachmentPart.CEVAP ? access.mayDraft(basvuru) : access.mayAddAttachments(basvuru))
                .isPresent();
    }

    /**
     * Stores files, all or none.
     *
     * @throws InvalidInputException naming every refused file and why
     * @throws RuleViolationException if no more files are accepted
     */
    public List<Attachment> add(String number, AttachmentPart part, List<Upload> uploads) {
        var basvuru = register.get(number);
        if (part == AttachmentPart.CEVAP) {
            access.requireDrafting(basvuru);
        } else {
            access.requireAddingAttachments(basvuru);
        }
        if (part == AttachmentPart.SORU) {
            throw new InvalidInputException("part", Texts.of("attachment.attachments.bu-turden-ek-yuklenmez"));
        }
        if (!isOpenFor(basvuru, part)) {
            throw part == AttachmentPart.CEVAP
                    ? new RuleViolationException(
                            AttachmentRefusal.CEVABA_DOSYA_EKLENMEZ, Texts.of("attachment.ret.cevaba-dosya-eklenmez"))
                    : closed();
        }
        requireRoom(0, uploads.size());
        var files = checked(uploads);
        transaction.executeWithoutResult(tx -> store(basvuru, part, files, currentUser.name()));
        return of(number);
    }

    /**
     * Checks files that accompany another operation, which is carried out first.
     *
     * @throws InvalidInputException as {@link #add}
     * @throws RuleViolationException as {@link #add}
     */
    public Accepted accept(List<Upload> uploads) {
        requireRoom(0, uploads.size());
        return new Accepted(checked(uploads));
    }

    private static RuleViolationException closed() {
        return new RuleViolationException(
                AttachmentRefusal.KAPALI_BASVURUYA_DOSYA_EKLENMEZ,
                Texts.of("attachment.ret.kapali-basvuruya-dosya-eklenmez"));
    }

    /** Stores files that were handed in with an application, in the transaction that registers it; idempotent. */
    public void addAtRegistration(Basvuru basvuru, Accepted accepted) {
        if (!accepted.files.isEmpty() && !isOpenFor(basvuru, AttachmentPart.BASVURU)) {
            throw closed();
        }
        transaction.executeWithoutResult(
                tx -> store(basvuru, AttachmentPart.BASVURU, accepted.files, currentUser.name()));
    }

    /** Stores files that a citizen sent with an application or a completion; idempotent. */
    public void addFromCitizen(String number, Accepted accepted) {
        var basvuru = register.get(number);
        if (!accepted.files.isEmpty() && !isOpenFor(basvuru, AttachmentPart.BASVURU)) {
            throw closed();
        }
        transaction.executeWithoutResult(
                tx -> store(basvuru, AttachmentPart.BASVURU, accepted.files, CurrentUser.CITIZEN));
    }

    /** Adds what came with answers to questions asked by a link; sent twice, it is there once. */
    public void addByLink(String number, Accepted accepted, String by) {
        var basvuru = register.get(number);
        if (!accepted.files.isEmpty() && !basvuru.isOpen()) {
            throw closed();
        }
        transaction.executeWithoutResult(tx -> store(basvuru, AttachmentPart.SORU, accepted.files, by));
    }

    /** Files visible with number and tracking code: the application's own, and those of its answer once it was sent. */
    public List<Attachment> ofCitizen(String number, String code) {
        return tracking.track(number, code)
                .map(view -> ofOutside(view.number(), view.answerRounds(), view.mainNumber()))
                .orElse(List.of());
    }

    /** The content of one of {@link #ofCitizen}. */
    public Download openAsCitizen(String number, String code, long id) {
        return ofCitizen(number, code).stream()
                .filter(attachment -> attachment.id() == id)
                .findFirst()
                .map(this::download)
                .orElseThrow(Attachments::unknown);
    }

    /** Removes a file from an answer that is still a draft. */
    @Transactional
    public void remove(String number, long id) {
        var basvuru = register.get(number);
        access.requireAttachments(basvuru);
        var attachment = find(basvuru, id);
        // Do not reveal the state of the answer to users who may never remove the file
        access.requireDrafting(basvuru);
        if (!isRemovable(attachment, basvuru)) {
            throw new RuleViolationException(
                    AttachmentRefusal.DOSYA_KALDIRILMAZ, Texts.of("attachment.ret.dosya-kaldirilmaz"));
        }
        store.remove(id);
        register.attachmentRemoved(number, attachment.part().label(), id);
    }

    private void store(Basvuru basvuru, AttachmentPart part, List<Checked> files, String by) {
        int round = round(basvuru, part);
        boolean hidden = basvuru.applicant().identityHidden() && part != AttachmentPart.CEVAP;
        var bare = files.stream().map(file -> bare(file, part, hidden)).toList();
        var fresh = bare.stream()
                .filter(file -> !store.isKnown(basvuru.number(), part, round, file.sha256()))
                .toList();
        long there = store.of(basvuru.number()).stream()
                .filter(attachment -> attachment.part() == part && attachment.round() == round)
                .count();
        requireRoom(there, fresh.size());
        long place = there;
        for (var given : fresh) {
            place++;
            var file = hidden ? given.named("ek-" + place) : given;
            long id = store.add(
                    basvuru.number(), part, round, file.name(), file.mediaType(), file.sha256(), file.content(), by);
            register.attachmentAdded(basvuru.number(), by, part.label(), id, file.sha256());
        }
    }

    /** Strips the location from citizens' pictures, and all identifying metadata from files of hidden informers. */
    private static Checked bare(Checked file, AttachmentPart part, boolean hidden) {
        if (part == AttachmentPart.CEVAP) {
            return file;
        }
        byte[] content = Metadata.without(file.content(), file.mediaType(), hidden);
        return new Checked(file.name(), file.mediaType(), sha256(content), content);
    }

    private void requireRoom(long there, int more) {
        if (there + more > settings.most()) {
            throw new InvalidInputException(
                    FIELD, Texts.of("attachment.attachments.en-cok-ek-yuklenebilir", settings.most()));
        }
    }

    private List<Checked> checked(List<Upload> uploads) {
        var errors = new ArrayList<FieldError>();
        var files = new ArrayList<Checked>();
        for (var upload : uploads) {
            var fault = ofSize(upload);
            if (fault.isPresent()) {
                errors.add(fault(upload, fault.get()));
                continue;
            }
            byte[] content = upload.content().get();
            var verdict = FileTypes.of(content);
            var type = verdict.taken();
            if (type == null) {
                errors.add(fault(upload, verdict.why()));
            } else if (scanner.finds(content)) {
                errors.add(fault(upload, Texts.of("attachment.attachments.virus-taramasindan-gecmedi")));
            } else {
                files.add(new Checked(
                        FileNames.clean(upload.name(), type.endings()), type.mediaType(), sha256(content), content));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return files;
    }

    private Optional<String> ofSize(Upload upload) {
        if (upload.size() == 0) {
            return Optional.of(Texts.of("attachment.attachments.ek-bos"));
        }
        return upload.size() > settings.largest().toBytes()
                ? Optional.of(Texts.of(
                        "attachment.attachments.dosya-mb-tan-buyuk",
                        settings.largest().toMegabytes()))
                : Optional.empty();
    }

    private static FieldError fault(Upload upload, String why) {
        return new FieldError(FIELD, "“" + FileNames.clean(upload.name(), List.of("")) + "”: " + why);
    }

    private boolean isRemovable(Attachment attachment, Basvuru basvuru) {
        return attachment.part() == AttachmentPart.CEVAP
                && attachment.round() == basvuru.answerRound()
                && isOpenFor(basvuru, AttachmentPart.CEVAP)
                && access.mayDraft(basvuru);
    }

    private static boolean isOpenFor(Basvuru basvuru, AttachmentPart part) {
        return switch (part) {
            case BASVURU -> basvuru.isOpen();
            case DILEKCE -> basvuru.isOpen() && basvuru.isOralInformationRequest();
            case CEVAP -> basvuru.status() == Status.BIRIMDE;
            // Comes by its link alone
            case SORU -> false;
        };
    }

    private static int round(Basvuru basvuru, AttachmentPart part) {
        return part == AttachmentPart.CEVAP ? basvuru.answerRound() : basvuru.reopenings() + 1;
    }

    private Attachment find(Basvuru basvuru, long id) {
        return visible(basvuru).stream()
                .filter(attachment -> attachment.id() == id)
                .findFirst()
                .orElseThrow(Attachments::unknown);
    }

    private Download download(Attachment attachment) {
        return new Download(attachment, store.content(attachment.id()));
    }

    private static NotFoundException unknown() {
        return new NotFoundException(Texts.of("attachment.attachments.boyle-bir-ek-yok"));
    }

    private static Attachment removable(Attachment file) {
        return new Attachment(
                file.id(),
                file.number(),
                file.part(),
                file.round(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.uploadedBy(),
                file.uploadedAt(),
                true);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
