package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Days;

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
                unlessOf4982(basvuru, BasvuruRefusal.SURE_UZATIMI_4982_DISI, "Süre uzatımı"),
                basvuru.unlessOpen(),
                basvuru.counting().extended()
                        ? BasvuruRefusal.SURE_UZATIMI_TEKRAR.because(
                                "Süre daha önce uzatıldığından ikinci kez uzatılamaz (4982 sayılı Kanun’un 11’inci maddesi).")
                        : null,
                basvuru.status == Status.UCRET_BEKLIYOR
                        ? BasvuruRefusal.SURE_UZATIMI_UCRET_BEKLERKEN.because(
                                "Ücret bildirimiyle süre kesildiğinden ödeme beklenirken süre uzatılamaz (4982 sayılı Kanun’un 11’inci maddesi).")
                        : null,
                unlessInTime(basvuru, BasvuruRefusal.SURE_UZATIMI_GEC, "süre uzatılamaz", now),
                way.hasReceipt() && basvuru.limit.of4982().lastDay().equals(OfficeDays.dayOf(now))
                        ? BasvuruRefusal.SURE_UZATIMI_POSTA_ULASMAZ.because(
                                "Cevap süresi bugün dolacağından ve başvuru sahibine yalnızca postayla ulaşılabildiğinden "
                                        + "süre uzatılamaz (4982 sayılı Kanun’un 11’inci maddesi).")
                        : null);
    }

    static @Nullable Refusal whyNotCharge(BasvuruState basvuru, Instant now) {
        return Refusal.first(
                unlessOf4982(basvuru, BasvuruRefusal.UCRET_4982_DISI, "Ücret bildirimi"),
                basvuru.unlessAt(Status.BIRIMDE),
                basvuru.fee == null
                        ? null
                        : BasvuruRefusal.UCRET_TEKRAR.because("Bu başvuru için ücret daha önce bildirilmiş."),
                unlessInTime(basvuru, BasvuruRefusal.UCRET_GEC, "ücret bildirilemez", now));
    }

    /** Why no day of service can be entered for a notice: it did not go by post, or the day is known. */
    static @Nullable Refusal whyNotServe(BasvuruNotices basvuru, ServedPaper paper) {
        return basvuru.awaitsService(paper)
                ? null
                : BasvuruRefusal.TEBLIG_BEKLENMIYOR.because("Bu başvuruda tebliği beklenen böyle bir yazı yok.");
    }

    /** Why the unit's step cannot end in waiting for a payment. */
    static @Nullable Refusal whyNotAwaitPayment(boolean awaited) {
        return awaited
                ? null
                : BasvuruRefusal.UCRET_BILDIRILMEMIS.because(
                        "Önce ücret bildirimini kaydedin. Bildirim olmadan ödeme beklenemez (4982 sayılı Kanun’un 10’uncu maddesi).");
    }

    static @Nullable Refusal whyNotPay(BasvuruState basvuru) {
        return basvuru.status == Status.KAPANDI && basvuru.outcome == Outcome.VAZGECILDI && basvuru.unpaidFrom() != null
                ? BasvuruRefusal.ODEME_VAZGECILMIS.because(
                        "Ödeme süresi geçtiğinden başvuru kapanmıştır (4982 sayılı Kanun’un 11’inci maddesi). Ücretin süresinde ödendiği anlaşılırsa başvuruyu yeniden açın.")
                : basvuru.unlessAt(Status.UCRET_BEKLIYOR);
    }

    static @Nullable Refusal whyNotAnswerMeanwhile(BasvuruState basvuru) {
        return basvuru.status == Status.CEVAPLANDI
                ? BasvuruRefusal.ARA_CEVAP_CEVAPTAN_SONRA.because(
                        "Cevap onaylandığından ve gönderilmekte olduğundan ara cevap verilemez.")
                : basvuru.unlessOpen();
    }

    static @Nullable Refusal whyNotAskOpinion(BasvuruState basvuru) {
        return basvuru.status == Status.CEVAPLANDI
                ? BasvuruRefusal.GORUS_CEVAPTAN_SONRA.because(
                        "Cevap onaylandığından ve gönderilmekte olduğundan başka kurumdan görüş veya bilgi istenemez.")
                : basvuru.unlessOpen();
    }

    static @Nullable Refusal whyNotAskedOn(BasvuruState basvuru, LocalDate askedOn, Instant now) {
        return askedOn.isAfter(OfficeDays.dayOf(now)) || askedOn.isBefore(OfficeDays.dayOf(basvuru.receivedAt()))
                ? BasvuruRefusal.GORUS_TARIHI.because("Talep tarihi başvuru tarihinden önce veya gelecekte olamaz.")
                : null;
    }

    static @Nullable Refusal unlessOpinionAwaited(BasvuruState basvuru) {
        return basvuru.opinions.opinionsOpen() > 0
                ? null
                : BasvuruRefusal.GORUS_BEKLENMIYOR.because(
                        "Bu başvuruda başka bir kurumdan beklenen görüş veya bilgi yok.");
    }

    static @Nullable Refusal whyNotCorrectContact(BasvuruState basvuru) {
        return basvuru.applicant.identityHidden()
                ? BasvuruRefusal.ILETISIM_KIMLIK_GIZLI.because("Kimliği gizli ihbarda iletişim bilgisi yazılmaz.")
                : null;
    }

    static @Nullable Refusal whyNotJoin(BasvuruState basvuru, boolean hasJoinedOnes) {
        return Refusal.first(
                basvuru.unlessOpen(),
                basvuru.mainNumber == null
                        ? null
                        : BasvuruRefusal.BIRLESTIRME_TEKRAR.because(
                                "Başvuru zaten " + basvuru.mainNumber + " numaralı başvuruyla birleştirilmiş."),
                hasJoinedOnes
                        ? BasvuruRefusal.BIRLESTIRME_ANA_BASVURUDUR.because(
                                "Bu başvuru, birleştirilmiş başvuruların ana başvurusu olduğundan başka bir başvuruyla birleştirilemez.")
                        : null);
    }

    /** Why another application cannot be the main one of this. */
    static @Nullable Refusal whyNotMain(BasvuruState basvuru, BasvuruState main) {
        if (main.number.equals(basvuru.number)) {
            return BasvuruRefusal.BIRLESTIRME_KENDISI.because(
                    "Ana başvuru olarak başka bir başvurunun numarasını yazın.");
        }
        if (main.mainNumber != null) {
            return BasvuruRefusal.BIRLESTIRME_ANA_BIRLESMIS.because(main.number + ", " + main.mainNumber
                    + " ile birleştirilmiştir. " + main.mainNumber + " ile birleştirin.");
        }
        var how = main.outcome;
        return !main.isOpen() && how != null && !Basvuru.ANSWERS.contains(how)
                ? BasvuruRefusal.BIRLESTIRME_ANA_CEVAPSIZ.because(
                        main.number + " cevap verilmeden kapanmış (“" + how.label()
                                + "”). Birleştirilen başvuru cevapsız kalacağından bu başvuruyla birleştirilemez.")
                : null;
    }

    static @Nullable Refusal whyNotReopen(BasvuruState basvuru, RuleSettings rules, Instant now) {
        var closedAt = basvuru.closedAt;
        if (basvuru.isOpen() || closedAt == null) {
            return BasvuruRefusal.YENIDEN_ACMA_ACIK.because("Başvuru açık olduğundan yeniden açılamaz.");
        }
        return OfficeDays.dayOf(now).isAfter(OfficeDays.dayOf(closedAt).plusDays(rules.reopeningDays()))
                ? BasvuruRefusal.YENIDEN_ACMA_GEC.because("Başvuru kapanışından sonra " + rules.reopeningDays()
                        + " gün içinde yeniden açılabilir. Bu süre geçtiğinden yeni bir başvuru yapın.")
                : null;
    }

    /** Why a duplicate cannot be opened again for its main application's sake. */
    static @Nullable Refusal whyNotReopenWithout(BasvuruState basvuru, BasvuruState main) {
        if (!basvuru.isDuplicate() || !main.number.equals(basvuru.mainNumber)) {
            return BasvuruRefusal.YENIDEN_ACMA_MUKERRER_DEGIL.because(
                    basvuru.number + ", " + main.number + " başvurusunun mükerreri değil.");
        }
        var how = main.outcome;
        return main.isOpen() || how == null || Basvuru.ANSWERS.contains(how)
                ? BasvuruRefusal.YENIDEN_ACMA_ANA_SONUCLANMADI.because(
                        "Ana başvuru " + main.number + " cevapsız sonuçlanmadı.")
                : null;
    }

    static @Nullable Refusal whyNotAppeal(BasvuruState basvuru) {
        return Refusal.first(
                basvuru.isInformationRequest()
                        ? null
                        : BasvuruRefusal.ITIRAZ_4982_DISI.because(
                                "Bilgi Edinme Değerlendirme Kuruluna itiraz yalnızca bilgi edinme başvurularında kaydedilir (4982 sayılı Kanun’un 13’üncü maddesi)."),
                basvuru.isOpen()
                        ? BasvuruRefusal.ITIRAZ_BASVURU_ACIK.because(
                                "Başvuru kapanmadığından itiraz kaydedilemez (4982 sayılı Kanun’un 13’üncü maddesi).")
                        : null,
                unlessAppealed(basvuru) == null
                        ? BasvuruRefusal.ITIRAZ_TEKRAR.because("Bu başvuruya sonuçlanmamış bir itiraz kayıtlı.")
                        : null);
    }

    static @Nullable Refusal whyNotAnswerBoard(BasvuruState basvuru) {
        return Refusal.first(
                unlessAppealed(basvuru),
                basvuru.hasOpenAppeal()
                        ? null
                        : BasvuruRefusal.KURUL_CEVABI_TEKRAR.because("Kurula verilen cevap daha önce kaydedilmiş."));
    }

    static @Nullable Refusal unlessAppealed(BasvuruState basvuru) {
        var appeal = basvuru.appeal;
        return appeal != null && appeal.undecided()
                ? null
                : BasvuruRefusal.ITIRAZ_YOK.because("Bu başvuruya sonuçlanmamış bir itiraz kayıtlı değil.");
    }

    private static @Nullable Refusal unlessOf4982(BasvuruState basvuru, BasvuruRefusal code, String what) {
        return basvuru.handledAs().family().hasStepsOf4982()
                ? null
                : code.because(
                        what
                                + " yalnızca bilgi edinme başvurularında yapılabilir (4982 sayılı Kanun’un 10’uncu ve 11’inci maddeleri).");
    }

    private static @Nullable Refusal unlessInTime(
            BasvuruState basvuru, BasvuruRefusal code, String consequence, Instant now) {
        var limit = basvuru.limit.of4982();
        return now.isBefore(limit.lateFrom())
                ? null
                : code.because("Süre " + Days.written(limit.lastDay()) + " tarihinde dolduğundan " + consequence
                        + " (4982 sayılı Kanun’un 11’inci maddesi).");
    }
}
