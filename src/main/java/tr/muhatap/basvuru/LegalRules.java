package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/**
 * Rules for the legal steps: one method per step, which returns its refusal or null. The step's guard, the list of
 * possible steps, pages and API all call the same rule.
 */
final class LegalRules {

    private LegalRules() {}

    /**
     * Why the law or the record's state forbids a step, regardless of its input.
     *
     * @param around facts from outside the application
     */
    static @Nullable Refusal whyNot(
            LegalStep step, BasvuruNotices basvuru, RuleSettings rules, RuleContext around, Instant now) {
        return basvuru.isErased() ? basvuru.unlessKept() : ruleAgainst(step, basvuru, rules, around, now);
    }

    private static @Nullable Refusal ruleAgainst(
            LegalStep step, BasvuruNotices basvuru, RuleSettings rules, RuleContext around, Instant now) {
        return switch (step) {
            case EXTENSION -> whyNotExtend(basvuru, around.fastest(), now);
            case FEE -> whyNotCharge(basvuru, now);
            case PAYMENT -> whyNotPay(basvuru);
            case RECEIPT -> whyNotSubmitReceipt(basvuru, OfficeDays.dayOf(now));
            case RECEIPT_CONFIRMATION, RECEIPT_REFUSAL -> whyNotCheckReceipt(basvuru, null);
            case INTERIM_ANSWER -> whyNotAnswerMeanwhile(basvuru);
            case OPINION -> whyNotAskOpinion(basvuru);
            case OPINION_ANSWER, OPINION_WITHDRAWAL -> unlessOpinionAwaited(basvuru);
            case COMPLETION -> basvuru.unlessAt(Status.EKSIK_BEKLIYOR);
            case DUPLICATE_OF -> whyNotJoin(basvuru, around.hasJoinedOnes());
            case CONTACT_CORRECTION -> whyNotCorrectContact(basvuru);
            case WITHDRAWAL -> basvuru.unlessOpen();
            case REOPENING -> whyNotReopen(basvuru, rules, now);
            case SERVICE -> basvuru.awaitsAnyService() ? null : whyNotServe(basvuru, ServedPaper.CEVAP);
            case APPEAL -> whyNotAppeal(basvuru, around.objections(), now);
            case APPEAL_REQUEST -> whyNotRequest(around.objections());
            case APPEAL_ANSWER -> whyNotAnswerBoard(around.objections());
            case APPEAL_OUTCOME -> unlessAppealed(around.objections());
        };
    }

    /**
     * An extension has to reach the applicant in writing before the 15 iş günü end (4982 md. 11): a letter posted on
     * the last day is too late.
     *
     * @param way how its notice is sent
     */
    static @Nullable Refusal whyNotExtend(BasvuruState basvuru, ServiceWay way, Instant now) {
        return Refusal.first(
                unlessOf4982(
                        basvuru, BasvuruRefusal.SURE_UZATIMI_4982_DISI, Texts.of("basvuru.legal-rules.sure-uzatimi")),
                basvuru.unlessOpen(),
                basvuru.counting().extended()
                        ? BasvuruRefusal.SURE_UZATIMI_TEKRAR.because(Texts.of("basvuru.ret.sure-uzatimi-tekrar"))
                        : null,
                basvuru.status == Status.UCRET_BEKLIYOR
                        ? BasvuruRefusal.SURE_UZATIMI_UCRET_BEKLERKEN.because(
                                Texts.of("basvuru.ret.sure-uzatimi-ucret-beklerken"))
                        : null,
                unlessInTime(
                        basvuru, BasvuruRefusal.SURE_UZATIMI_GEC, Texts.of("basvuru.legal-rules.sure-uzatilamaz"), now),
                way.hasReceipt() && basvuru.limit.of4982().lastDay().equals(OfficeDays.dayOf(now))
                        ? BasvuruRefusal.SURE_UZATIMI_POSTA_ULASMAZ.because(
                                Texts.of("basvuru.ret.sure-uzatimi-posta-ulasmaz"))
                        : null);
    }

    static @Nullable Refusal whyNotCharge(BasvuruState basvuru, Instant now) {
        return Refusal.first(
                unlessOf4982(basvuru, BasvuruRefusal.UCRET_4982_DISI, Texts.of("basvuru.legal-rules.ucret-bildirimi")),
                basvuru.unlessAt(Status.BIRIMDE),
                basvuru.fee == null ? null : BasvuruRefusal.UCRET_TEKRAR.because(Texts.of("basvuru.ret.ucret-tekrar")),
                unlessInTime(
                        basvuru, BasvuruRefusal.UCRET_GEC, Texts.of("basvuru.legal-rules.ucret-bildirilemez"), now));
    }

    /** Why no day of service can be entered for a notice: it was not sent by post, or the day is known. */
    static @Nullable Refusal whyNotServe(BasvuruNotices basvuru, ServedPaper paper) {
        return basvuru.awaitsService(paper)
                ? null
                : BasvuruRefusal.TEBLIG_BEKLENMIYOR.because(Texts.of("basvuru.ret.teblig-beklenmiyor"));
    }

    /** Why the unit's task cannot end with waiting for a payment. */
    static @Nullable Refusal whyNotAwaitPayment(boolean awaited) {
        return awaited ? null : BasvuruRefusal.UCRET_BILDIRILMEMIS.because(Texts.of("basvuru.ret.ucret-bildirilmemis"));
    }

    static @Nullable Refusal whyNotPay(BasvuruState basvuru) {
        return basvuru.status == Status.KAPANDI && basvuru.outcome == Outcome.VAZGECILDI && basvuru.unpaidFrom() != null
                ? BasvuruRefusal.ODEME_VAZGECILMIS.because(Texts.of("basvuru.ret.odeme-vazgecilmis"))
                : basvuru.unlessAt(Status.UCRET_BEKLIYOR);
    }

    /**
     * Proof of payment has to be submitted within the period to pay, not only the payment made in it (4982 md. 11,
     * Yönetmelik md. 22).
     */
    static @Nullable Refusal whyNotSubmitReceipt(BasvuruState basvuru, LocalDate today) {
        var fee = basvuru.fee;
        var payUntil = fee == null ? null : fee.payUntil();
        return Refusal.first(
                whyNotPay(basvuru),
                fee != null && fee.submitted() != null
                        ? BasvuruRefusal.ODEME_BELGESI_INCELENIYOR.because(
                                Texts.of("basvuru.ret.odeme-belgesi-inceleniyor"))
                        : null,
                payUntil != null && today.isAfter(payUntil)
                        ? BasvuruRefusal.ODEME_BELGESI_GEC.because(
                                Texts.of("basvuru.ret.odeme-belgesi-gec", Days.written(payUntil)))
                        : null);
    }

    /**
     * Why no submitted proof of payment can be accepted or rejected.
     *
     * @param seen number of the receipt that the clerk saw, since another one may have been submitted since; null:
     *     the one that waits
     */
    static @Nullable Refusal whyNotCheckReceipt(BasvuruNotices basvuru, @Nullable String seen) {
        var given = basvuru.submittedReceipt();
        if (given == null) {
            return BasvuruRefusal.ODEME_BELGESI_YOK.because(Texts.of("basvuru.ret.odeme-belgesi-yok"));
        }
        return seen == null || seen.equals(given.receipt())
                ? null
                : BasvuruRefusal.ODEME_BELGESI_DEGISTI.because(
                        Texts.of("basvuru.ret.odeme-belgesi-degisti", given.receipt()));
    }

    static @Nullable Refusal whyNotAnswerMeanwhile(BasvuruState basvuru) {
        return basvuru.status == Status.CEVAPLANDI
                ? BasvuruRefusal.ARA_CEVAP_CEVAPTAN_SONRA.because(Texts.of("basvuru.ret.ara-cevap-cevaptan-sonra"))
                : basvuru.unlessOpen();
    }

    static @Nullable Refusal whyNotAskOpinion(BasvuruState basvuru) {
        return basvuru.status == Status.CEVAPLANDI
                ? BasvuruRefusal.GORUS_CEVAPTAN_SONRA.because(Texts.of("basvuru.ret.gorus-cevaptan-sonra"))
                : basvuru.unlessOpen();
    }

    static @Nullable Refusal whyNotAskedOn(BasvuruState basvuru, LocalDate askedOn, Instant now) {
        return askedOn.isAfter(OfficeDays.dayOf(now)) || askedOn.isBefore(OfficeDays.dayOf(basvuru.receivedAt()))
                ? BasvuruRefusal.GORUS_TARIHI.because(Texts.of("basvuru.ret.gorus-tarihi"))
                : null;
    }

    static @Nullable Refusal unlessOpinionAwaited(BasvuruState basvuru) {
        return basvuru.opinions.opinionsOpen() > 0
                ? null
                : BasvuruRefusal.GORUS_BEKLENMIYOR.because(Texts.of("basvuru.ret.gorus-beklenmiyor"));
    }

    static @Nullable Refusal whyNotCorrectContact(BasvuruState basvuru) {
        return basvuru.applicant.identityHidden()
                ? BasvuruRefusal.ILETISIM_KIMLIK_GIZLI.because(Texts.of("basvuru.ret.iletisim-kimlik-gizli"))
                : null;
    }

    static @Nullable Refusal whyNotJoin(BasvuruState basvuru, boolean hasJoinedOnes) {
        return Refusal.first(
                basvuru.unlessOpen(),
                basvuru.mainNumber == null
                        ? null
                        : BasvuruRefusal.BIRLESTIRME_TEKRAR.because(
                                Texts.of("basvuru.ret.birlestirme-tekrar", basvuru.mainNumber)),
                hasJoinedOnes
                        ? BasvuruRefusal.BIRLESTIRME_ANA_BASVURUDUR.because(
                                Texts.of("basvuru.ret.birlestirme-ana-basvurudur"))
                        : null);
    }

    /** Why another application cannot be this one's main application. */
    static @Nullable Refusal whyNotMain(BasvuruState basvuru, BasvuruState main) {
        if (main.number.equals(basvuru.number)) {
            return BasvuruRefusal.BIRLESTIRME_KENDISI.because(Texts.of("basvuru.ret.birlestirme-kendisi"));
        }
        if (main.mainNumber != null) {
            return BasvuruRefusal.BIRLESTIRME_ANA_BIRLESMIS.because(
                    Texts.of("basvuru.ret.birlestirme-ana-birlesmis", main.number, main.mainNumber, main.mainNumber));
        }
        var how = main.outcome;
        return !main.isOpen() && how != null && !Basvuru.ANSWERS.contains(how)
                ? BasvuruRefusal.BIRLESTIRME_ANA_CEVAPSIZ.because(
                        Texts.of("basvuru.ret.birlestirme-ana-cevapsiz", main.number, how.label()))
                : null;
    }

    static @Nullable Refusal whyNotReopen(BasvuruState basvuru, RuleSettings rules, Instant now) {
        var closedAt = basvuru.closedAt;
        if (basvuru.isOpen() || closedAt == null) {
            return BasvuruRefusal.YENIDEN_ACMA_ACIK.because(Texts.of("basvuru.ret.yeniden-acma-acik"));
        }
        return OfficeDays.dayOf(now).isAfter(OfficeDays.dayOf(closedAt).plusDays(rules.reopeningDays()))
                ? BasvuruRefusal.YENIDEN_ACMA_GEC.because(
                        Texts.of("basvuru.ret.yeniden-acma-gec", rules.reopeningDays()))
                : null;
    }

    /** Why a duplicate cannot be reopened without its main application. */
    static @Nullable Refusal whyNotReopenWithout(BasvuruState basvuru, BasvuruState main) {
        if (!basvuru.isDuplicate() || !main.number.equals(basvuru.mainNumber)) {
            return BasvuruRefusal.YENIDEN_ACMA_MUKERRER_DEGIL.because(
                    Texts.of("basvuru.ret.yeniden-acma-mukerrer-degil", basvuru.number, main.number));
        }
        var how = main.outcome;
        return main.isOpen() || how == null || Basvuru.ANSWERS.contains(how)
                ? BasvuruRefusal.YENIDEN_ACMA_ANA_SONUCLANMADI.because(
                        Texts.of("basvuru.ret.yeniden-acma-ana-sonuclanmadi", main.number))
                : null;
    }

    /**
     * Why no objection before the Board is possible now: either against the answer of a closed request (4982 md. 13),
     * or against the silence about an open one, from its 30th day (2577 md. 10). The Board is answered, and the
     * application continues.
     */
    static @Nullable Refusal whyNotAppeal(BasvuruNotices basvuru, List<Itiraz> objections, Instant now) {
        var subject = basvuru.isOpen() ? ItirazKonusu.SESSIZLIK : ItirazKonusu.CEVAP;
        return Refusal.first(
                basvuru.isInformationRequest()
                        ? null
                        : BasvuruRefusal.ITIRAZ_4982_DISI.because(Texts.of("basvuru.ret.itiraz-4982-disi")),
                basvuru.isOpen() ? unlessSilent(basvuru, OfficeDays.dayOf(now)) : null,
                objections.stream().anyMatch(one -> one.isUndecided() && one.isAbout(subject, basvuru.reopenings()))
                        ? BasvuruRefusal.ITIRAZ_TEKRAR.because(Texts.of("basvuru.ret.itiraz-tekrar"))
                        : null);
    }

    private static @Nullable Refusal unlessSilent(BasvuruNotices basvuru, LocalDate today) {
        if (basvuru.status == Status.UCRET_BEKLIYOR) {
            return BasvuruRefusal.ITIRAZ_UCRET_BEKLERKEN.because(Texts.of("basvuru.ret.itiraz-ucret-beklerken"));
        }
        return today.isBefore(basvuru.silentFrom())
                ? BasvuruRefusal.ITIRAZ_BASVURU_ACIK.because(
                        Texts.of("basvuru.ret.itiraz-basvuru-acik", Days.written(basvuru.silentFrom())))
                : null;
    }

    /** Subject of an objection filed on a day: before the answer it is against the silence. */
    static ItirazKonusu subjectOf(BasvuruNotices basvuru, LocalDate filedOn) {
        var closedAt = basvuru.closedAt;
        boolean wasSilent = !filedOn.isBefore(basvuru.silentFrom());
        return closedAt == null || filedOn.isBefore(OfficeDays.dayOf(closedAt)) && wasSilent
                ? ItirazKonusu.SESSIZLIK
                : ItirazKonusu.CEVAP;
    }

    /**
     * Why an objection filed on a day is refused: it contradicts other days, or is later than 15 gün after service (md.
     * 13).
     */
    static @Nullable Refusal whyNotFiled(
            BasvuruNotices basvuru, Itiraz.Filing filing, Deadlines deadlines, LocalDate today) {
        var filedOn = filing.filedOn();
        if (filedOn.isAfter(today)) {
            return BasvuruRefusal.ITIRAZ_ILERIDE.because(Texts.of("basvuru.ret.itiraz-ileride"));
        }
        if (subjectOf(basvuru, filedOn) == ItirazKonusu.SESSIZLIK) {
            return unlessSilent(basvuru, filedOn);
        }
        var closedOn = OfficeDays.dayOf(Optional.ofNullable(basvuru.closedAt).orElseThrow());
        if (filedOn.isBefore(closedOn)) {
            return BasvuruRefusal.ITIRAZ_CEVAPTAN_ONCE.because(Texts.of("basvuru.ret.itiraz-cevaptan-once"));
        }
        boolean isAwaited = basvuru.awaitsService(ServedPaper.CEVAP) && filing.servedOn() == null;
        var known = Optional.ofNullable(basvuru.answerServedOn()).orElse(closedOn);
        var served = Optional.ofNullable(filing.servedOn()).orElse(known);
        if (served.isBefore(closedOn) || served.isAfter(filedOn)) {
            return BasvuruRefusal.ITIRAZ_TEBLIG_GUNU.because(Texts.of("basvuru.ret.itiraz-teblig-gunu"));
        }
        var lastDay = Itiraz.lastDayToObject(deadlines, served);
        return !isAwaited && filedOn.isAfter(lastDay)
                ? BasvuruRefusal.ITIRAZ_GEC.because(Texts.of("basvuru.ret.itiraz-gec", Days.written(lastDay)))
                : null;
    }

    /** Why the day of the Board's request cannot be entered. */
    static @Nullable Refusal whyNotRequest(List<Itiraz> objections) {
        return Refusal.first(
                unlessAppealed(objections),
                objections.stream().anyMatch(Itiraz::awaitsRequest)
                        ? null
                        : BasvuruRefusal.KURUL_ISTEGI_TEKRAR.because(Texts.of("basvuru.ret.kurul-istegi-tekrar")));
    }

    static @Nullable Refusal whyNotAnswerBoard(List<Itiraz> objections) {
        return Refusal.first(
                unlessAppealed(objections),
                objections.stream().anyMatch(Itiraz::awaitsAnswer)
                        ? null
                        : BasvuruRefusal.KURUL_CEVABI_TEKRAR.because(Texts.of("basvuru.ret.kurul-cevabi-tekrar")));
    }

    static @Nullable Refusal unlessAppealed(List<Itiraz> objections) {
        return objections.stream().anyMatch(Itiraz::isUndecided)
                ? null
                : BasvuruRefusal.ITIRAZ_YOK.because(Texts.of("basvuru.ret.itiraz-yok"));
    }

    private static @Nullable Refusal unlessOf4982(BasvuruState basvuru, BasvuruRefusal code, String what) {
        return basvuru.handledAs().family().hasStepsOf4982()
                ? null
                : code.because(Texts.of("basvuru.legal-rules.yalnizca-bilgi-edinme-basvurularinda-yapilabilir", what));
    }

    private static @Nullable Refusal unlessInTime(
            BasvuruState basvuru, BasvuruRefusal code, String consequence, Instant now) {
        var limit = basvuru.limit.of4982();
        return now.isBefore(limit.lateFrom())
                ? null
                : code.because(Texts.of(
                        "basvuru.legal-rules.sure-tarihinde-doldugundan-4982-sayili",
                        Days.written(limit.lastDay()),
                        consequence));
    }
}
