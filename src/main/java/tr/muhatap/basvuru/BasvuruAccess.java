package tr.muhatap.basvuru;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.StaffTasks.TaskKind;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Particular;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** Authorization rules for one application. An application that a user may not see is treated as not existing. */
@Component
public class BasvuruAccess {

    private static final String[] READERS_OF_ALL = {
        Groups.HALKLA_ILISKILER,
        Groups.HALKLA_ILISKILER_YONETICISI,
        Groups.SUBE_MUDURU,
        Groups.SUREC_SAHIBI,
        Groups.DENETCI,
        Groups.CAMUNDA_ADMIN
    };

    private final CurrentUser currentUser;
    private final JdbcClient jdbc;

    BasvuruAccess(CurrentUser currentUser, JdbcClient jdbc) {
        this.currentUser = currentUser;
        this.jdbc = jdbc;
    }

    /**
     * Whether the current user may register on a channel: systems and Halkla İlişkiler on every one, desks on their
     * own.
     */
    public boolean mayRegister(Channel channel) {
        return currentUser.isIn(Groups.KANAL_ISTEMCISI, Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)
                || channel.desk().filter(currentUser::isIn).isPresent();
    }

    /**
     * Channels on which the current user records what is said, or handed in on paper: the oral ones first. What names its
     * source comes by itself.
     */
    public List<Channel> deskChannels() {
        return Arrays.stream(Channel.values())
                .filter(channel -> !channel.asks(Particular.SOURCE))
                .filter(this::isDeskOf)
                .sorted(Comparator.comparing(Channel::isOral).reversed())
                .toList();
    }

    public void requireDesk() {
        if (deskChannels().isEmpty()) {
            throw new AccessDeniedException(Texts.of("basvuru.basvuru-access.bu-sayfayi-yalnizca-basvuru-kabul"));
        }
    }

    public void requireReadable(Basvuru basvuru) {
        if (!mayRead(basvuru)) {
            throw new NotFoundException(Texts.of("basvuru.basvuru-access.bu-numarayla-bir-basvuru-yok"));
        }
    }

    /** As {@link #requireReadable}, but excludes systems: the office's internal history is not readable by them. */
    public void requireInsight(Basvuru basvuru) {
        if (!hasInsight(basvuru)) {
            throw new NotFoundException(Texts.of("basvuru.basvuru-access.bu-numarayla-bir-basvuru-yok"));
        }
    }

    /** Whether the current user is staff and may read the application; systems that delivered it are excluded. */
    public boolean hasInsight(Basvuru basvuru) {
        return readsAll() || isStaffOf(basvuru);
    }

    /** The answer is drafted by the unit, or by the manager who took the application over. */
    public void requireDrafting(Basvuru basvuru) {
        requireReadable(basvuru);
        if (!mayDraft(basvuru)) {
            throw new AccessDeniedException(
                    Texts.of("basvuru.basvuru-access.cevabi-yalnizca-basvurunun-sevk-edildigi"));
        }
    }

    public boolean mayDraft(Basvuru basvuru) {
        return isOfUnit(basvuru, currentUser);
    }

    /** Whether a user acts for the unit to which an application is routed. */
    static boolean isOfUnit(Basvuru basvuru, CurrentUser who) {
        String unit = basvuru.unit();
        return who.isIn(Groups.CAMUNDA_ADMIN)
                || (unit != null && who.isIn(Groups.ofUnit(unit)))
                || who.name().equals(basvuru.takenOverBy());
    }

    /** Files of an application and its answer are visible to all who may read it. */
    public void requireAttachments(Basvuru basvuru) {
        requireReadable(basvuru);
    }

    /** Files that the citizen hands in later are added by the desk, or by the system that delivered the application. */
    public boolean mayAddAttachments(Basvuru basvuru) {
        return !basvuru.isErased() && (isCitizensDesk(basvuru) || hasDelivered(basvuru));
    }

    public void requireAddingAttachments(Basvuru basvuru) {
        requireReadable(basvuru);
        if (!mayAddAttachments(basvuru)) {
            throw new AccessDeniedException(
                    Texts.of("basvuru.basvuru-access.basvuruya-yalnizca-halkla-iliskiler-basvuruyu"));
        }
    }

    /** The reason of a decision is written by those who have the open step or may claim it. */
    public void requireOpenStep(Basvuru basvuru, boolean routedByManager) {
        requireReadable(basvuru);
        if (!mayTakeOpenStep(basvuru, routedByManager)) {
            throw new AccessDeniedException(Texts.of("basvuru.basvuru-access.gerekceyi-yalnizca-gorevi-ustlenen-veya"));
        }
    }

    private boolean mayTakeOpenStep(Basvuru basvuru, boolean routedByManager) {
        boolean escalated = basvuru.isOpen()
                && (basvuru.escalationLevel() >= 1 && currentUser.isIn(Groups.HALKLA_ILISKILER_YONETICISI)
                        || basvuru.escalationLevel() >= 2 && currentUser.isIn(Groups.SUBE_MUDURU));
        if (escalated
                || currentUser.isIn(Groups.CAMUNDA_ADMIN)
                || currentUser.name().equals(basvuru.takenOverBy())) {
            return true;
        }
        return switch (basvuru.status()) {
            case ON_INCELEMEDE -> isOf(TaskKind.INCELEME, basvuru, routedByManager);
            case SEVK_BEKLIYOR -> isOf(TaskKind.SEVK, basvuru, routedByManager);
            case BIRIMDE -> isOf(TaskKind.CEVAP, basvuru, routedByManager);
            case ONAYDA -> isOf(TaskKind.ONAY, basvuru, routedByManager);
            case KAYITLI, EKSIK_BEKLIYOR, UCRET_BEKLIYOR, CEVAPLANDI, KAPANDI -> false;
        };
    }

    /**
     * Whether a step, open or not, belongs to the current user; the engine knows more about an open one.
     *
     * @param routedByManager whether routing has been escalated to the manager
     */
    public boolean mayTake(TaskKind step, Basvuru basvuru, boolean routedByManager) {
        return currentUser.isIn(Groups.CAMUNDA_ADMIN)
                || (step != TaskKind.MUDAHALE && currentUser.name().equals(basvuru.takenOverBy()))
                || isOf(step, basvuru, routedByManager);
    }

    private boolean isOf(TaskKind step, Basvuru basvuru, boolean routedByManager) {
        return switch (step) {
            case INCELEME -> currentUser.isIn(basvuru.handledAs().reviewers());
            case SEVK ->
                currentUser.isIn(
                        routedByManager
                                ? Groups.HALKLA_ILISKILER_YONETICISI
                                : basvuru.handledAs().routers());
            case CEVAP -> mayDraft(basvuru);
            case ONAY -> currentUser.isIn(Groups.HALKLA_ILISKILER);
            case MUDAHALE -> currentUser.isIn(Groups.HALKLA_ILISKILER_YONETICISI, Groups.SUBE_MUDURU);
        };
    }

    /** Who may keep personal data beyond their period. */
    public boolean mayHold() {
        return currentUser.isIn(Groups.SUREC_SAHIBI, Groups.HALKLA_ILISKILER_YONETICISI, Groups.CAMUNDA_ADMIN);
    }

    /** Notes are written by those who decide about an application. */
    public void requireDeciding(Basvuru basvuru) {
        requireReadable(basvuru);
        if (!mayDecide(basvuru)) {
            throw new AccessDeniedException(Texts.of("basvuru.basvuru-access.bu-basvuruda-karar-veremezsiniz"));
        }
    }

    public boolean mayDecide(Basvuru basvuru) {
        return !basvuru.isErased()
                && (currentUser.isIn(
                                Groups.CAMUNDA_ADMIN,
                                Groups.HALKLA_ILISKILER,
                                Groups.HALKLA_ILISKILER_YONETICISI,
                                Groups.SUBE_MUDURU)
                        || isStaffOf(basvuru));
    }

    /** By a link asks whoever answers now: the unit that has it, and the desk that speaks with the applicant. */
    public void requireAsking(Basvuru basvuru) {
        requireReadable(basvuru);
        if (!mayAsk(basvuru)) {
            throw new AccessDeniedException(Texts.of("basvuru.basvuru-access.baglantiyla-soruyu-yalnizca-basvurunun"));
        }
    }

    public boolean mayAsk(Basvuru basvuru) {
        return isCitizensDesk(basvuru) || mayDraft(basvuru);
    }

    /** Extension, fee, payment, service, interim answer and appeal belong to those responsible for 4982. */
    public void requireLegalSteps(Basvuru basvuru) {
        requireReadable(basvuru);
        if (!maySetLegalSteps()) {
            throw new AccessDeniedException(Texts.of("basvuru.basvuru-access.bu-islemi-yalnizca-bilgi-edinme"));
        }
    }

    /**
     * The first place of recourse is the manager's, the second the Şube Müdürü's; neither answers for the other.
     *
     * @param place where the open recourse is; null if none is open, which is refused later
     */
    public void requireRecourse(Basvuru basvuru, @Nullable MuracaatPlace place) {
        requireReadable(basvuru);
        boolean isTheirs = place == null
                ? currentUser.isIn(Groups.HALKLA_ILISKILER_YONETICISI, Groups.SUBE_MUDURU)
                : currentUser.isIn(
                        place == MuracaatPlace.IKINCI ? Groups.SUBE_MUDURU : Groups.HALKLA_ILISKILER_YONETICISI);
        if (!isTheirs && !currentUser.isIn(Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(
                    Texts.of("basvuru.basvuru-access.muracaati-yalnizca-bulundugu-muracaat-yeri"));
        }
    }

    public boolean maySetLegalSteps() {
        return currentUser.isIn(Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN);
    }

    /** Withdrawal, completion, reopening and joining are recorded by the desk that registered the application. */
    public void requireCitizensDesk(Basvuru basvuru) {
        requireReadable(basvuru);
        if (!isCitizensDesk(basvuru)) {
            throw new AccessDeniedException(Texts.of("basvuru.basvuru-access.bu-islemi-yalnizca-halkla-iliskiler"));
        }
    }

    public boolean isCitizensDesk(Basvuru basvuru) {
        return isDeskOf(basvuru.channel()) || isDeskOf(basvuru.handledAs());
    }

    /** Whether the current user registered an application. */
    public boolean hasTakenDown(Basvuru basvuru) {
        return currentUser.name().equals(basvuru.deliveredBy());
    }

    private boolean isDeskOf(Channel channel) {
        return currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)
                || channel.desk().filter(currentUser::isIn).isPresent();
    }

    /** Letters are written by those who correspond with the citizen for the office, not by managers and units. */
    public boolean mayWriteLetters(Basvuru basvuru) {
        return !basvuru.isErased() && mayRead(basvuru) && isCitizensDesk(basvuru);
    }

    public void requireLetters(Basvuru basvuru) {
        requireReadable(basvuru);
        if (!mayWriteLetters(basvuru)) {
            throw new AccessDeniedException(
                    Texts.of("basvuru.basvuru-access.resmi-yazilari-yalnizca-halkla-iliskiler"));
        }
    }

    /**
     * Whether the applicant's data are shown: to those who communicate with the applicant, not to units and auditors.
     */
    public boolean seesApplicant(Basvuru basvuru) {
        return seesApplicant(basvuru.channel(), basvuru.handledAs());
    }

    /** As {@link #seesApplicant(Basvuru)}, by channel. */
    public boolean seesApplicant(Channel channel, Channel handledAs) {
        return seesAllApplicants()
                || channel.desk().filter(currentUser::isIn).isPresent()
                || handledAs.desk().filter(currentUser::isIn).isPresent();
    }

    public boolean seesAllApplicants() {
        return currentUser.isIn(
                Groups.HALKLA_ILISKILER, Groups.HALKLA_ILISKILER_YONETICISI, Groups.SUBE_MUDURU, Groups.CAMUNDA_ADMIN);
    }

    /** Whether there is any application whose applicant the current user may see, and therefore search for. */
    public boolean seesSomeApplicants() {
        return seesAllApplicants() || !ownChannels().isEmpty();
    }

    public boolean readsAll() {
        return currentUser.isIn(READERS_OF_ALL);
    }

    public Set<String> ownUnits() {
        return currentUser.groups().stream()
                .filter(Groups::isUnit)
                .map(Groups::unitOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<Channel> ownChannels() {
        return Channel.ofDesks(currentUser.groups());
    }

    /** Whether the current user may read an application at all. */
    public boolean mayRead(Basvuru basvuru) {
        return readsAll() || isStaffOf(basvuru) || hasDelivered(basvuru);
    }

    private boolean hasDelivered(Basvuru basvuru) {
        return currentUser.isIn(Groups.KANAL_ISTEMCISI) && currentUser.name().equals(basvuru.deliveredBy());
    }

    private boolean isStaffOf(Basvuru basvuru) {
        var own = ownChannels();
        return own.contains(basvuru.channel()) || own.contains(basvuru.handledAs()) || wasRoutedToOwnUnit(basvuru);
    }

    private boolean wasRoutedToOwnUnit(Basvuru basvuru) {
        var units = ownUnits();
        if (units.isEmpty()) {
            return false;
        }
        String unit = basvuru.unit();
        return (unit != null && units.contains(unit))
                || jdbc.sql("select count(*) from basvuru_birim where number = :number and unit in (:units)")
                                .param("number", basvuru.number())
                                .param("units", units)
                                .query(Integer.class)
                                .single()
                        > 0;
    }
}
