package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/**
 * Why a step of the law cannot be taken now: one rule for each step, which answers its refusal or null. The step's guard, the
 * list of possible steps, pages and API all query the same rule.
 */
final class LegalRules {

    private LegalRules() {}

    /**
     * Why the law or the record's state forbids a step, whatever is given with it.
     *
     * @param hasJoinedOnes whether other applications are joined to this one
     * @param fastest how a notice would reach the applicant soonest
     */
    static @Nullable Refusal whyNot(
            LegalStep step,
            BasvuruNotices basvuru,
            RuleSettings rules,
            boolean hasJoinedOnes,
            ServiceWay fastest,
            Instant now) {
        return switch (step) {
            case EXTENSION -> whyNotExtend(basvuru, fastest, now);
            case FEE -> whyNotCharge(basvuru, now);
            case PAYMENT -> whyNotPay(basvuru);
            case INTERIM_ANSWER -> whyNotAnswerMeanwhile(basvuru);
            case OPINION -> whyNotAskOpinion(basvuru);
            case OPINION_ANSWER, OPINION_WITHDRAWAL -> unlessOpinionAwaited(basvuru);
            case COMPLETION -> basvuru.unlessAt(Status.EKSIK_BEKLIYOR);
            case DUPLICATE_OF -> whyNotJoin(basvuru, hasJoinedOnes);
            case CONTACT_CORRECTION -> whyNotCorrectContact(basvuru);
            case WITHDRAWAL -> basvuru.unlessOpen();
            case REOPENING -> whyNotReopen(basvuru, rules, now);
            case SERVICE -> basvuru.awaitsAnyService() ? null : whyNotServe(basvuru, ServedPaper.CEVAP);
            case APPEAL -> whyNotAppeal(basvuru);
            case APPEAL_ANSWER -> whyNotAnswerBoard(basvuru);
            case APPEAL_OUTCOME -> unlessAppealed(basvuru);
        };
    }

    /**
     * An extension has to reach the applicant in writing before the 15 iş günü end (4982 md. 11): what is posted on the last day
     * does not.
     *
     * @param way by which its notice goes
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

    /** Why no day of service can be entered for a notice: it did not go by post, or the day is known. */
    static @Nullable Refusal whyNotServe(BasvuruNotices basvuru, ServedPaper paper) {
        return basvuru.awaitsService(paper)
                ? null
                : BasvuruRefusal.TEBLIG_BEKLENMIYOR.because(Texts.of("basvuru.ret.teblig-beklenmiyor"));
    }

    /** Why the unit's step cannot end in waiting for a payment. */
    static @Nullable Refusal whyNotAwaitPayment(boolean awaited) {
        return awaited ? null : BasvuruRefusal.UCRET_BILDIRILMEMIS.because(Texts.of("basvuru.ret.ucret-bildirilmemis"));
    }

    static @Nullable Refusal whyNotPay(BasvuruState basvuru) {
        return basvuru.status == Status.KAPANDI && basvuru.outcome == Outcome.VAZGECILDI && basvuru.unpaidFrom() != null
                ? BasvuruRefusal.ODEME_VAZGECILMIS.because(Texts.of("basvuru.ret.odeme-vazgecilmis"))
                : basvuru.unlessAt(Status.UCRET_BEKLIYOR);
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

    /** Why another application cannot be the main one of this. */
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

    /** Why a duplicate cannot be opened again for its main application's sake. */
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

    static @Nullable Refusal whyNotAppeal(BasvuruState basvuru) {
        return Refusal.first(
                basvuru.isInformationRequest()
                        ? null
                        : BasvuruRefusal.ITIRAZ_4982_DISI.because(Texts.of("basvuru.ret.itiraz-4982-disi")),
                basvuru.isOpen()
                        ? BasvuruRefusal.ITIRAZ_BASVURU_ACIK.because(Texts.of("basvuru.ret.itiraz-basvuru-acik"))
                        : null,
                unlessAppealed(basvuru) == null
                        ? BasvuruRefusal.ITIRAZ_TEKRAR.because(Texts.of("basvuru.ret.itiraz-tekrar"))
                        : null);
    }

    static @Nullable Refusal whyNotAnswerBoard(BasvuruState basvuru) {
        return Refusal.first(
                unlessAppealed(basvuru),
                basvuru.hasOpenAppeal()
                        ? null
                        : BasvuruRefusal.KURUL_CEVABI_TEKRAR.because(Texts.of("basvuru.ret.kurul-cevabi-tekrar")));
    }

    static @Nullable Refusal unlessAppealed(BasvuruState basvuru) {
        var appeal = basvuru.appeal;
        return appeal != null && appeal.undecided()
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
