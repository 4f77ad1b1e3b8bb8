package tr.muhatap.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Printable;
import tr.muhatap.text.Texts;

/**
 * Petitions for oral requests for information: a request needs name, address and signature (4982 md. 6, Yönetmelik md.
 * 10), so the petition is printed filled in, signed, and attached as a scan.
 */
@Component
public class Petitions {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final PersonalDataLog personalDataLog;
    private final LetterSettings settings;
    private final LetterPdf pdf;
    private final Clock clock;

    Petitions(
            BasvuruRegister register,
            BasvuruAccess access,
            PersonalDataLog personalDataLog,
            LetterSettings settings,
            LetterPdf pdf,
            Clock clock) {
        this.register = register;
        this.access = access;
        this.personalDataLog = personalDataLog;
        this.settings = settings;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** Whether an application needs a petition, and the current user may print it. */
    public boolean isOffered(String number) {
        return register.find(number)
                .filter(Basvuru::isOralInformationRequest)
                .filter(access::mayWriteLetters)
                .isPresent();
    }

    /**
     * The petition as PDF, with today's date.
     *
     * @throws NotFoundException if the application needs none
     */
    public byte[] pdf(String number) {
        var basvuru = register.get(number);
        access.requireLetters(basvuru);
        if (!basvuru.isOralInformationRequest()) {
            throw new NotFoundException(Texts.of("letter.petitions.bu-basvurunun-dilekcesi-yok"));
        }
        personalDataLog.viewed(number, Texts.of("letter.petitions.dilekce"));
        var applicant = basvuru.applicant();
        var wish = basvuru.incoming().answerBy();
        var context = new Context(TURKISH);
        context.setVariable("muhatap", TurkishSuffixes.addressee(institution()));
        context.setVariable("tarih", LetterWords.DAY.format(LocalDate.now(clock)));
        context.setVariable("numara", number);
        context.setVariable("ad", printed(applicant.displayName()));
        context.setVariable("tuzel", applicant.title() != null);
        context.setVariable("temsilci", printed(applicant.representative()));
        context.setVariable("yetki", printed(applicant.authorityDocument()));
        context.setVariable("kimlik", printed(applicant.nationalId()));
        context.setVariable("adres", printed(applicant.address()));
        context.setVariable("telefon", printed(applicant.phone()));
        context.setVariable("eposta", printed(applicant.email()));
        context.setVariable("yol", wish == null ? "" : wish.label());
        context.setVariable("konu", printed(basvuru.subject()));
        context.setVariable("metin", printed(basvuru.text()).lines().toList());
        return pdf.render("yazi/dilekce", context);
    }

    private String institution() {
        return settings.institution().isBlank() ? settings.office() : settings.institution();
    }

    private static String printed(@Nullable String words) {
        return words == null ? "" : Printable.cleaned(words);
    }
}
