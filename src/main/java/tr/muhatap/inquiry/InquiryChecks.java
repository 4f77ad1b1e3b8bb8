package tr.muhatap.inquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.InquiryAddressee;
import tr.muhatap.inquiry.InquiryRequest.QuestionRequest;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** Checks what is to be asked, and gathers every fault before it refuses. */
final class InquiryChecks {

    static final int MOST_QUESTIONS = 10;
    static final int MOST_CHOICES = 10;
    static final int LONGEST_WAIT = 60;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_INTRO = 2_000;
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_CHOICE = 100;

    /**
     * What the application allows.
     *
     * @param latest the last day that the application's limit leaves; null if it leaves all
     * @param byMail whether its applicant can be reached by e-mail
     * @param bySms whether its applicant can be reached by SMS
     */
    record Allowed(LocalDate today, @Nullable LocalDate latest, boolean byMail, boolean bySms) {}

    private final Check check = new Check();
    private final Allowed allowed;

    private InquiryChecks(Allowed allowed) {
        this.allowed = allowed;
    }

    /** @throws tr.muhatap.problem.InvalidInputException naming every fault */
    static InquiryStore.NewInquiry checked(InquiryRequest request, Allowed allowed) {
        return new InquiryChecks(allowed).read(request);
    }

    private InquiryStore.NewInquiry read(InquiryRequest request) {
        var addressee = check.choice(InquiryAddressee.class, "addressee", request.addressee());
        var way = check.choice(InquiryWay.class, "way", request.way());
        String name = check.optionalLine("name", request.name(), LONGEST_NAME);
        String line = check.optionalLine("contact", request.contact(), 254);
        String contact = null;
        if (addressee == InquiryAddressee.BASVURU_SAHIBI) {
            check.require(name == null, "name", Texts.of("inquiry.inquiries.ad-yalnizca-disari"));
            check.require(line == null, "contact", Texts.of("inquiry.inquiries.iletisim-yalnizca-disari"));
            boolean reached = way == null
                    || switch (way) {
                        case E_POSTA -> allowed.byMail();
                        case SMS -> allowed.bySms();
                        case ELDEN -> true;
                    };
            check.require(reached, "way", Texts.of("inquiry.inquiries.sahibine-ulasilamaz"));
        } else if (addressee != null) {
            check.require(name != null || check.isFaulty("name"), "name", Texts.of("inquiry.inquiries.ad-yazin"));
            contact = outside(way, line);
        }
        var lastDay = lastDay(request.lastDay());
        String intro = check.optionalText("intro", request.intro(), LONGEST_INTRO);
        var questions = questions(request.questions());
        check.done();
        return new InquiryStore.NewInquiry(
                Check.given(addressee),
                name,
                Check.given(way),
                contact,
                Check.given(lastDay),
                Boolean.TRUE.equals(request.showNumber()),
                intro,
                questions);
    }

    private @Nullable String outside(@Nullable InquiryWay way, @Nullable String line) {
        if (way == null || way == InquiryWay.ELDEN) {
            return null;
        }
        if (line == null) {
            check.require(check.isFaulty("contact"), "contact", Texts.of("inquiry.inquiries.iletisim-yazin"));
            return null;
        }
        return way == InquiryWay.SMS ? check.phone("contact", line) : check.email("contact", line);
    }

    private @Nullable LocalDate lastDay(@Nullable String given) {
        var day = check.day("lastDay", given);
        if (day == null) {
            return null;
        }
        var today = allowed.today();
        var latest = allowed.latest();
        check.require(!day.isBefore(today), "lastDay", Texts.of("inquiry.inquiries.tarih-gecmis"));
        check.require(
                !day.isAfter(today.plusDays(LONGEST_WAIT)),
                "lastDay",
                Texts.of("inquiry.inquiries.tarih-uzak", LONGEST_WAIT));
        check.require(
                latest == null || !day.isAfter(latest),
                "lastDay",
                Texts.of("inquiry.inquiries.tarih-sureyi-asar", latest == null ? "" : Days.written(latest)));
        return day;
    }

    private List<Inquiry.Question> questions(@Nullable List<QuestionRequest> given) {
        if (given == null || given.isEmpty() || given.size() > MOST_QUESTIONS) {
            check.reject("questions", Texts.of("inquiry.inquiries.en-az-bir-soru", MOST_QUESTIONS));
            return List.of();
        }
        var questions = new ArrayList<Inquiry.Question>();
        IntStream.range(0, given.size()).forEach(i -> question(i, given.get(i), questions));
        return questions;
    }

    private void question(int index, @Nullable QuestionRequest given, List<Inquiry.Question> questions) {
        String field = "questions[" + index + "].";
        var wanted = given == null ? new QuestionRequest(null, null, null, null) : given;
        var type = check.choice(QuestionType.class, field + "type", wanted.type());
        String text = check.line(field + "text", wanted.text(), LONGEST_QUESTION);
        var choices = choices(field + "choices", type, wanted.choices());
        if (type != null && text != null) {
            questions.add(new Inquiry.Question(
                    index + 1, type, text, Boolean.TRUE.equals(wanted.required()), choices, null, null));
        }
    }

    private List<String> choices(String field, @Nullable QuestionType type, @Nullable List<String> given) {
        var choices = new ArrayList<String>();
        for (var one : given == null ? List.<String>of() : given) {
            String choice = check.optionalLine(field, one, LONGEST_CHOICE);
            if (choice != null) {
                choices.add(choice);
            }
        }
        if (type == QuestionType.SECIM) {
            long distinct = choices.stream()
                    .map(choice -> choice.toLowerCase(Locale.forLanguageTag("tr")))
                    .distinct()
                    .count();
            check.require(
                    choices.size() >= 2 && choices.size() <= MOST_CHOICES && distinct == choices.size()
                            || check.isFaulty(field),
                    field,
                    Texts.of("inquiry.inquiries.secenek-sayisi", MOST_CHOICES));
        } else if (type != null) {
            check.require(choices.isEmpty(), field, Texts.of("inquiry.inquiries.secenek-yalnizca-secimde"));
        }
        return choices;
    }
}
