package tr.muhatap.basvuru.steps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Contacts;
import tr.muhatap.text.Days;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Links;
import tr.muhatap.text.Money;
import tr.muhatap.text.Phones;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Printable;

/** Checks what a step of the law is told, naming every faulty field, and takes the step. Who may take it is not asked here. */
@Component
public class LegalSteps {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_WORDS = 4_000;
    private static final int MOST_PAGES = 999_999;
    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_ADDRESS = 500;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000");

    private final BasvuruRegister register;
    private final MuracaatRegister recourses;
    private final BasvuruAccess access;
    private final CurrentUser currentUser;

    LegalSteps(BasvuruRegister register, MuracaatRegister recourses, BasvuruAccess access, CurrentUser currentUser) {
        this.register = register;
        this.recourses = recourses;
        this.access = access;
        this.currentUser = currentUser;
    }

    void extend(String number, StepRequests.Extension request) {
        var check = new Check();
        var ground = check.choice(ExtensionGround.class, "ground", request.ground());
        String reason = check.printable("reason", check.text("reason", request.reason(), LONGEST_REASON));
        check.done();
        register.extend(number, given(ground), given(reason));
    }

    void notifyFee(String number, StepRequests.FeeNotice request) {
        var check = new Check();
        var amount = check.amount("amount", request.amount());
        Integer pages = request.pages();
        if (pages == null || pages < 1 || pages > MOST_PAGES) {
            check.reject("pages", "Sayfa sayısı 1 ile " + MOST_PAGES + " arasında olmalıdır.");
        }
        check.done();
        register.notifyFee(number, given(amount), given(pages));
    }

    void pay(String number, StepRequests.Payment request) {
        var check = new Check();
        var paidOn = check.day("paidOn", request.paidOn());
        String receipt = check.text("receipt", request.receipt(), LONGEST_REFERENCE);
        check.done();
        register.pay(number, given(paidOn), given(receipt));
    }

    void answerMeanwhile(String number, StepRequests.Words request) {
        var check = new Check();
        String words = check.printable("text", check.text("text", request.text(), LONGEST_WORDS));
        check.done();
        register.answerMeanwhile(number, given(words));
    }

    void complete(String number, StepRequests.Words request) {
        register.complete(number, words(request), currentUser.name());
    }

    public void completeAsCitizen(String number, StepRequests.Words request) {
        register.complete(number, words(request), CurrentUser.CITIZEN);
    }

    /** What is given replaces all that was left; what is left out is taken away. */
    void correctContact(String number, StepRequests.Contact request) {
        var check = new Check();
        String phone = check.optionalText("phone", request.phone(), LONGEST_REFERENCE);
        if (phone != null) {
            var read = Phones.parse(phone);
            if (read.isEmpty()) {
                check.reject("phone", "Telefon numarası geçersiz; " + Phones.EXAMPLE + ".");
            }
            phone = read.orElse(null);
        }
        String email = check.optionalText("email", request.email(), LONGEST_ADDRESS);
        String fault = email == null ? null : Contacts.emailFault(email);
        if (fault != null) {
            check.reject("email", fault);
        }
        String address = check.optionalText("address", request.address(), LONGEST_ADDRESS);
        if (address != null && Links.isIn(address)) {
            check.reject("address", Links.FAULT);
        }
        if (request.phone() == null && request.email() == null && request.address() == null) {
            check.reject("phone", "Telefon, e-posta veya adresten en az biri yazılmalıdır.");
        }
        check.done();
        register.correctContact(number, phone, email, address);
    }

    void withdraw(String number, StepRequests.Reason request) {
        register.withdraw(number, optionalReason(request), currentUser.name());
    }

    public void withdrawAsCitizen(String number, StepRequests.Reason request) {
        register.withdraw(number, optionalReason(request), CurrentUser.CITIZEN);
    }

    void reopen(String number, StepRequests.Reason request) {
        register.reopen(number, reason(request), currentUser.name());
    }

    public void reopenAsCitizen(String number, StepRequests.Reason request) {
        register.reopen(number, reason(request), CurrentUser.CITIZEN);
    }

    public void fileRecourse(String number, StepRequests.Recourse request) {
        var check = new Check();
        var ground = check.choice(MuracaatGround.class, "ground", request.ground());
        String text = check.text("text", request.text(), LONGEST_WORDS);
        check.done();
        recourses.file(number, given(ground), given(text), CurrentUser.CITIZEN);
    }

    void draftRecourseAnswer(String number, StepRequests.Words request) {
        recourses.draft(number, words(request));
    }

    /** The main application has to be one that the current user may read; else it looks like what is not there. */
    void join(String number, StepRequests.Joining request) {
        var check = new Check();
        String given = check.text("number", request.number(), LONGEST_REFERENCE);
        String main = given == null ? null : Digits.applicationNumber(given);
        if (main != null && register.find(main).filter(access::mayRead).isEmpty()) {
            check.reject("number", "Bu numarayla bir başvuru yok.");
        }
        check.done();
        register.join(number, given(main));
    }

    void appeal(String number, StepRequests.Objection request) {
        var check = new Check();
        var filedOn = check.day("filedOn", request.filedOn());
        String boardNumber = check.text("boardNumber", request.boardNumber(), LONGEST_REFERENCE);
        String served = request.servedOn();
        var servedOn = served == null || served.isBlank() ? null : check.day("servedOn", served);
        check.done();
        register.appeal(number, given(filedOn), given(boardNumber), servedOn);
    }

    void answerBoard(String number, StepRequests.BoardAnswer request) {
        var check = new Check();
        var answeredOn = check.day("answeredOn", request.answeredOn());
        check.done();
        register.answerBoard(number, given(answeredOn));
    }

    void decideAppeal(String number, StepRequests.BoardDecision request) {
        var check = new Check();
        var outcome = check.choice(AppealOutcome.class, "outcome", request.outcome());
        check.done();
        register.decideAppeal(number, given(outcome));
    }

    private static String words(StepRequests.Words request) {
        var check = new Check();
        String text = check.text("text", request.text(), LONGEST_WORDS);
        check.done();
        return given(text);
    }

    private static String reason(StepRequests.Reason request) {
        var check = new Check();
        String reason = check.text("reason", request.reason(), LONGEST_REASON);
        check.done();
        return given(reason);
    }

    private static @Nullable String optionalReason(StepRequests.Reason request) {
        String reason = request.reason();
        return reason == null || reason.isBlank() ? null : reason(request);
    }

    private static <T> T given(@Nullable T checked) {
        return Optional.ofNullable(checked).orElseThrow();
    }

    /** Gathers every fault before it refuses. */
    private static final class Check {

        private final List<FieldError> errors = new ArrayList<>();

        void reject(String field, String why) {
            errors.add(new FieldError(field, why));
        }

        void done() {
            if (!errors.isEmpty()) {
                throw new InvalidInputException(errors);
            }
        }

        @Nullable
        String text(String field, @Nullable String value, int longest) {
            if (value == null || value.isBlank()) {
                reject(field, "Bu alan zorunludur.");
                return null;
            }
            String text = PlainText.stripped(value);
            if (text.codePointCount(0, text.length()) > longest) {
                reject(field, "En çok " + longest + " karakter olabilir.");
            } else if (!PlainText.isCleanText(text)) {
                reject(field, "Denetim karakteri olamaz.");
            }
            return text;
        }

        /** The office's own words stand in a letter. */
        @Nullable
        String printable(String field, @Nullable String text) {
            Optional.ofNullable(text).flatMap(Printable::fault).ifPresent(fault -> reject(field, fault));
            return text;
        }

        @Nullable
        String optionalText(String field, @Nullable String value, int longest) {
            return value == null || value.isBlank() ? null : text(field, value, longest);
        }

        <E extends Enum<E>> @Nullable E choice(Class<E> type, String field, @Nullable String value) {
            var found = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findFirst();
            if (found.isEmpty()) {
                reject(field, "Şunlardan biri olmalıdır: " + Arrays.toString(type.getEnumConstants()) + ".");
            }
            return found.orElse(null);
        }

        @Nullable
        LocalDate day(String field, @Nullable String value) {
            var day = Optional.ofNullable(value).flatMap(Days::iso);
            if (day.isEmpty()) {
                reject(
                        field,
                        "Takvimde bulunan bir tarih yazılmalıdır, " + Days.EXAMPLE + "; programlar 2026-06-01 yazar.");
            }
            return day.orElse(null);
        }

        @Nullable
        BigDecimal amount(String field, @Nullable String value) {
            var amount = Optional.ofNullable(value)
                    .flatMap(Money::json)
                    .filter(given -> given.signum() > 0 && given.compareTo(LARGEST_AMOUNT) <= 0);
            if (amount.isEmpty()) {
                reject(
                        field,
                        "Tutar 0’dan büyük, en çok 1.000.000 ve en çok iki ondalıklı olmalıdır, " + Money.EXAMPLE
                                + ".");
            }
            return amount.orElse(null);
        }
    }
}
