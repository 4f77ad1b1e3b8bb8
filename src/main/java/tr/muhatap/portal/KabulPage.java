package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tr.muhatap.access.Accounts;
import tr.muhatap.access.Groups;
import tr.muhatap.attachment.AttachmentHttp;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.AnswerBy;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.PassedOnBy;
import tr.muhatap.basvuru.Submission;
import tr.muhatap.channel.AnswerWay;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Particular;
import tr.muhatap.form.KeptForm;
import tr.muhatap.form.KeptForms;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.cagri.CallDesk;
import tr.muhatap.intake.desk.IntakeDesk;
import tr.muhatap.knowledge.KnownAnswer;
import tr.muhatap.knowledge.KnownAnswers;
import tr.muhatap.letter.Petitions;
import tr.muhatap.notification.Message;
import tr.muhatap.notification.Messages;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.privacy.PrivacyNotices;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.takip.CodeIssues;
import tr.muhatap.text.Check;
import tr.muhatap.text.Masking;
import tr.muhatap.text.Texts;

/**
 * The intake desk: a clerk records an application at the desk, in the street or on the phone. Usable by keyboard and
 * without scripts, which only show results earlier. Input is sent in request bodies, never in an address, except for
 * the caller's number in a telephone system's screen-pop.
 */
@Controller
class KabulPage {

    /** Fields in the order in which a clerk asks for them. */
    private static final List<String> ASKED =
            List.of("phone", "nationalId", "firstName", "lastName", "kind", "topicWords", "subject", "text");

    private static final int LONGEST_CALL = 80;
    private static final int LONGEST_PHONE = 40;
    private static final int MOST_ANSWERS = 5;
    private static final String GIVEN = "cevap:";

    /** Marks that the second fact was wrong. */
    private static final String SECOND_FACT = "secondFact";

    private static final String PAGE = "portal/kabul";

    private final Intake intake;
    private final IntakeDesk desk;
    private final BasvuruAccess access;
    private final BasvuruRegister register;
    private final Organization organization;
    private final Messages messages;
    private final Petitions petitions;
    private final CodeIssues codes;
    private final PrivacyNotices notices;
    private final ReceiptPages receipts;
    private final Forms forms;
    private final CallDesk calls;
    private final KnownAnswers answers;
    private final Attachments attachments;
    private final Accounts accounts;
    private final Clock clock;

    KabulPage(
            Intake intake,
            IntakeDesk desk,
            BasvuruAccess access,
            BasvuruRegister register,
            Organization organization,
            Messages messages,
            Petitions petitions,
            CodeIssues codes,
            PrivacyNotices notices,
            ReceiptPages receipts,
            Forms forms,
            CallDesk calls,
            KnownAnswers answers,
            Attachments attachments,
            Accounts accounts,
            Clock clock) {
        this.notices = notices;
        this.receipts = receipts;
        this.forms = forms;
        this.calls = calls;
        this.answers = answers;
        this.attachments = attachments;
        this.accounts = accounts;
        this.clock = clock;
        this.intake = intake;
        this.desk = desk;
        this.access = access;
        this.register = register;
        this.organization = organization;
        this.messages = messages;
        this.petitions = petitions;
        this.codes = codes;
    }

    /**
     * An empty form, or a telephone system's screen-pop.
     *
     * @param kanal channel code
     * @param tel the caller's number; ignored if invalid, like the call's id
     * @param cagri the call's id in the telephone system, used as external number of each of its applications
     */
    @GetMapping("/kabul")
    String open(
            @RequestParam(required = false) @Nullable String kanal,
            @RequestParam(defaultValue = "") String tel,
            @RequestParam(defaultValue = "") String cagri,
            Model model) {
        var kept = forms.shown().orElse(null);
        if (kept != null) {
            return again(kept, model);
        }
        var typed = new LinkedHashMap<String, String>();
        var channels = access.deskChannels();
        var channel = channels.stream()
                .filter(own -> own.name().equals(kanal))
                .findFirst()
                .or(() -> channels.stream().findFirst());
        channel.ifPresent(own -> typed.put("channel", own.name()));
        var check = new Check();
        typed.put("phone", Objects.requireNonNullElse(check.optionalLine("tel", tel, LONGEST_PHONE), ""));
        String call = check.optionalLine("cagri", cagri, LONGEST_CALL);
        if (channel.isPresent() && call != null) {
            typed.put("call", call);
        }
        typed.put("key", key(channel.orElse(null), typed.get("call")));
        typed.put(KabulForm.HIDDEN_KEY, key(null, null));
        return show(new KabulForm(typed, organization, LocalDate.now(clock)), Map.of(), null, model);
    }

    /** The form as entered, with its faults or the requested look-up. */
    private String again(KeptForm kept, Model model) {
        var form = new KabulForm(kept.single(), organization, LocalDate.now(clock));
        boolean isLookUp = kept.errors().isEmpty() && kept.notice() == null;
        if (kept.message() != null) {
            model.addAttribute("onceki", before(form));
        }
        model.addAttribute("engel", kept.notice());
        model.addAttribute("ikinciBilgi", kept.single().containsKey(SECOND_FACT));
        return show(
                form,
                kept.errors().isEmpty() ? Map.of() : form.byField(kept.errors()),
                isLookUp ? shownBy(kept.field("islem")) : null,
                model);
    }

    /** The part of the page that a look-up's button asks for. */
    private static @Nullable String shownBy(@Nullable String button) {
        return "benzer".equals(button) ? "benzerler" : "soru".equals(button) ? "sorular" : null;
    }

    @PostMapping("/kabul")
    String act(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "kisi") String islem,
            @RequestParam(name = Attachments.FIELD, required = false) @Nullable List<MultipartFile> files) {
        var form = new KabulForm(typed, organization, LocalDate.now(clock));
        if (islem.equals("kaydet") || islem.equals("bilgi")) {
            return save(form, islem.equals("bilgi"), null, files);
        }
        if (islem.startsWith(GIVEN)) {
            var answer = answers.find(id(islem.substring(GIVEN.length())));
            if (answer.isPresent()) {
                form.answer(
                        answer.get().question(),
                        answer.get().answer(),
                        answer.get().topic());
                return save(form, true, answer.get(), files);
            }
        }
        if (islem.startsWith("doldur:")) {
            var known = desk.applicantOf(islem.substring("doldur:".length()), form.said());
            known.ifPresent(form::fill);
            if (known.isEmpty()) {
                form.typed().put(SECOND_FACT, "false");
            }
        }
        if (form.given("key") == null) {
            form.typed().put("key", key(null, null));
        }
        form.typed().putIfAbsent(KabulForm.HIDDEN_KEY, key(null, null));
        var fields = new LinkedHashMap<>(forms.typed());
        form.typed().forEach((name, value) -> {
            if (!name.startsWith("_")) {
                fields.put(name, List.of(value));
            }
        });
        return forms.leadTo("/kabul", fields, KeptForms.A_DAY);
    }

    /** Renders a fragment for the script while the clerk types. */
    @PostMapping("/kabul/{part}")
    String part(@PathVariable String part, @RequestParam Map<String, String> typed, Model model) {
        var form = new KabulForm(typed, organization, LocalDate.now(clock));
        model.addAttribute("girilen", form.typed());
        switch (part) {
            case "kisiler" -> persons(form, model);
            case "konular" -> topics(form, model);
            case "benzerler" -> similar(form, model);
            case "sorular" -> answers(form, model);
            default -> throw new NotFoundException(Texts.of("portal.kabul-page.boyle-bir-sayfa-yok"));
        }
        return PAGE + " :: " + part;
    }

    /** The applicant's receipt for reading aloud and printing; shows the tracking code once. */
    @GetMapping("/kabul/{number}")
    String receipt(@PathVariable String number, Model model) {
        var receipt = desk.receipt(number)
                .orElseThrow(() -> new NotFoundException(Texts.of("portal.kabul-page.bu-numarayla-bir-basvuru-yok")));
        model.addAttribute("fis", receipt);
        model.addAttribute("kaydeden", accounts.fullName(receipt.clerk()));
        model.addAttribute("alanBirim", unitOf(receipt.channel()));
        receipts.show(number, model);
        codes.show(number).ifPresent(code -> model.addAttribute("kod", String.join(" ", code.split("(?<=\\G.{4})"))));
        model.addAttribute("dilekce", petitions.isOffered(number));
        messages.receiptOf(number).ifPresent(message -> model.addAttribute("bildirim", noticeOf(message)));
        return "portal/kabul-fisi";
    }

    /** None has the id 0. */
    private static long id(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    /** @param given the known answer that was given; null if the clerk wrote it */
    private String save(
            KabulForm form, boolean informed, @Nullable KnownAnswer given, @Nullable List<MultipartFile> files) {
        try {
            var uploads = AttachmentHttp.uploads(files);
            if (informed && !uploads.isEmpty()) {
                throw new InvalidInputException(Attachments.FIELD, Texts.of("portal.kabul-page.kapatilana-dosya"));
            }
            var accepted = attachments.accept(uploads);
            var receipt = informed
                    ? intake.takeInformed(form.request(), form.given("information"))
                    : intake.take(form.request(), taken -> attachments.addAtRegistration(taken, accepted));
            if (receipt.isNew()) {
                codes.toShow(receipt.basvuru());
            }
            if (receipt.isNew() && given != null) {
                answers.given(given.id());
            }
            return "redirect:/kabul/" + receipt.basvuru().number();
        } catch (InvalidInputException faulty) {
            return forms.again("/kabul", faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again("/kabul", forbidden.getMessage());
        }
    }

    /** The application that was registered with an earlier version of this form. */
    private @Nullable String before(KabulForm form) {
        String key = form.request().externalReference();
        return key == null
                ? null
                : access.deskChannels().stream()
                        .filter(channel -> channel.name().equals(form.given("channel")))
                        .flatMap(channel -> register.findByExternalReference(channel, key).stream())
                        .map(basvuru -> basvuru.number())
                        .findFirst()
                        .orElse(null);
    }

    private String show(KabulForm form, Map<String, String> errors, @Nullable String focus, Model model) {
        model.addAttribute("girilen", form.typed());
        model.addAttribute("hatalar", errors);
        model.addAttribute("alanlar", KabulForm.LABELS);
        var channels = access.deskChannels();
        model.addAttribute("kanallar", channels);
        model.addAttribute("bilgiKanali", channels.stream().anyMatch(own -> own.asks(Particular.SUBMISSION)));
        model.addAttribute(
                "kaynakKanali", channels.stream().anyMatch(own -> own.answerWay() == AnswerWay.BACK_TO_SOURCE));
        model.addAttribute("gelisYollari", List.of(Submission.YAZILI, Submission.KURUM, Submission.ELEKTRONIK));
        model.addAttribute("iletenler", PassedOnBy.values());
        model.addAttribute("ekKurali", attachments.rule());
        model.addAttribute("ekUclari", attachments.endings());
        model.addAttribute("cagriAlir", calls.takesCalls());
        model.addAttribute("arayanlar", calls.ringing());
        model.addAttribute("cagriKanali", Channel.ofCalls().name());
        model.addAttribute("kvkk", notices.settings());
        model.addAttribute("aydinlatma", notices.current().version());
        model.addAttribute("turler", Kind.values());
        model.addAttribute("cevapYollari", AnswerBy.values());
        boolean isKnown = persons(form, model);
        topics(form, model);
        similar(form, model);
        answers(form, model);
        String asked = focus == null ? next(form, isKnown) : focus;
        model.addAttribute("odak", errors.isEmpty() ? asked : "hatalar");
        return PAGE;
    }

    /** The first empty field, or the found applicant whose data could fill some. */
    private static String next(KabulForm form, boolean isKnown) {
        if (isKnown && form.given("firstName") == null) {
            return "kisi";
        }
        return ASKED.stream()
                .filter(field -> form.given(field) == null)
                .filter(field -> !(field.equals("phone") && form.nationalId() != null))
                .findFirst()
                .orElse("kaydet");
    }

    private boolean persons(KabulForm form, Model model) {
        boolean asked = form.nationalId() != null || form.phone() != null;
        var known = desk.known(form.said());
        model.addAttribute("kisiArandi", asked);
        model.addAttribute("kisiler", known.persons());
        model.addAttribute("kisiEngeli", known.refusal());
        return !known.persons().isEmpty();
    }

    private void topics(KabulForm form, Model model) {
        model.addAttribute("konular", form.topics());
        model.addAttribute("secilenKonu", form.topic().map(Topic::code).orElse(null));
        model.addAttribute("birimAdlari", unitNames());
    }

    private Map<String, String> unitNames() {
        var names = new LinkedHashMap<String, String>();
        organization.units().forEach(unit -> names.put(unit.code(), unit.name()));
        return names;
    }

    private void similar(KabulForm form, Model model) {
        var matter = form.matter();
        model.addAttribute("benzerArandi", matter.subject() != null || matter.latitude() != null);
        model.addAttribute("benzerler", desk.similar(matter));
    }

    private void answers(KabulForm form, Model model) {
        String words = form.given("questionWords");
        model.addAttribute("soruArandi", words != null);
        model.addAttribute("sorular", words == null ? List.of() : answers.found(words, MOST_ANSWERS));
    }

    /** Unique key of a form, so that submitting it twice registers one application; a call may have several. */
    private String key(@Nullable Channel channel, @Nullable String call) {
        if (channel == null || call == null) {
            return UUID.randomUUID().toString();
        }
        return Stream.iterate(1, place -> place + 1)
                .map(place -> place == 1 ? call : call + "-" + place)
                .filter(key -> register.findByExternalReference(channel, key).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Which desk takes a channel's applications in. */
    private static String unitOf(Channel channel) {
        return Texts.of("portal.kabul-page.birim-" + channel.desk().orElse(Groups.HALKLA_ILISKILER));
    }

    private static String noticeOf(Message message) {
        String recipient = message.recipient();
        String masked =
                recipient == null || !recipient.contains("@") ? Masking.phone(recipient) : Masking.email(recipient);
        var parts = new ArrayList<String>(List.of(message.medium().label()));
        if (masked != null) {
            parts.add(masked);
        }
        return String.join(" · ", parts);
    }
}
