package tr.muhatap.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** Persists messages, including the list of those to be delivered by hand. */
@Service
public class Messages {

    private static final int LONGEST_ERROR = 500;

    /** The result of an attempt is ignored if the message's address has changed meanwhile. */
    private static final String SAME_WAY = " and medium = :was and recipient = :to";

    private final JdbcClient jdbc;
    private final BasvuruRegister register;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Messages(
            JdbcClient jdbc,
            BasvuruRegister register,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /** A page of all messages, newest first. */
    public List<Message> newest(int page, int size) {
        return jdbc.sql("select * from mesaj order by id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Messages::message)
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from mesaj").query(Long.class).single();
    }

    /** Messages to be delivered by hand and not ticked off, oldest first. */
    public List<Message> toBringByHand() {
        return jdbc.sql(
                        "select * from mesaj where status = 'LISTEDE' "
                                + "or (status = 'ILETILEMEDI' and purpose not in ('UYARI', 'KURUL_UYARISI', 'OZET')) order by id")
                .query(Messages::message)
                .list();
    }

    /**
     * Ticks off a message delivered by hand. Idempotent.
     *
     * @throws NotFoundException if no such message is listed
     */
    @Transactional
    public void tickOff(long id) {
        if (!currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(
                    Texts.of("notification.messages.listeyi-yalnizca-halkla-iliskiler-isaretleyebilir"));
        }
        var message = byId(id).filter(
                        found -> found.medium().isByHand() || found.isForPeople() || found.tickedBy() != null)
                .orElseThrow(
                        () -> new NotFoundException(Texts.of("notification.messages.listede-boyle-bir-kayit-yok")));
        int ticked = jdbc.sql("update mesaj set status = 'ELDEN_ILETILDI', ticked_by = :by, ticked_at = :at "
                        + "where id = :id and status in ('LISTEDE', 'ILETILEMEDI')")
                .param("by", currentUser.name())
                .param("at", now())
                .param("id", id)
                .update();
        String number = message.number();
        if (ticked == 1 && number != null) {
            register.broughtByHand(number, message.medium().label());
            if (message.purpose() == Purpose.CEVAP) {
                events.publishEvent(new AnswerSettled(number, true));
            }
        }
    }

    /**
     * Ticks off the answers to be entered at the application's source, since the source has them now. Does nothing if
     * there is none, or the current user may not.
     *
     * @return whether one was ticked off
     */
    @Transactional
    public boolean sourceHasAnswer(String number) {
        if (!currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)) {
            return false;
        }
        var waiting = jdbc.sql("select id from mesaj where number = :number and purpose = 'CEVAP' "
                        + "and medium = 'KAYNAK' and status = 'LISTEDE'")
                .param("number", number)
                .query(Long.class)
                .list();
        waiting.forEach(this::tickOff);
        return !waiting.isEmpty();
    }

    /** Answers to be entered at their application's source, oldest first. */
    public List<Message> toBringBack() {
        return jdbc.sql("select * from mesaj where status = 'LISTEDE' and purpose = 'CEVAP' and medium = 'KAYNAK' "
                        + "order by id")
                .query(Messages::message)
                .list();
    }

    /** Key of a message, distinct for each round: a reopened application gets all its messages again. */
    static String key(Basvuru basvuru, String what) {
        String round = basvuru.reopenings() == 0 ? "" : basvuru.reopenings() + ":";
        return basvuru.number() + ":" + round + what;
    }

    /** The receipt of an application's first round; empty if none was written. */
    public Optional<Message> receiptOf(String number) {
        return find(number + ":kayit");
    }

    Optional<Message> byId(long id) {
        return jdbc.sql("select * from mesaj where id = :id")
                .param("id", id)
                .query(Messages::message)
                .optional();
    }

    /** Undelivered messages to an applicant. */
    List<Message> undelivered(String number) {
        return jdbc.sql(
                        "select * from mesaj where number = :number and purpose not in ('UYARI', 'KURUL_UYARISI', 'SORU', "
                                + "'SORU_HATIRLATMA') and (status in "
                                + "('BEKLIYOR', 'ILETILEMEDI') or (status = 'LISTEDE' and medium in ('POSTA', 'TELEFON'))) "
                                + "order by id")
                .param("number", number)
                .query(Messages::message)
                .list();
    }

    Optional<Message> find(String key) {
        return jdbc.sql("select * from mesaj where message_key = :key")
                .param("key", key)
                .query(Messages::message)
                .optional();
    }

    List<Message> due(Medium medium, int most) {
        return jdbc.sql("select * from mesaj where status = 'BEKLIYOR' and due_at <= :now and medium = :medium "
                        + "order by id limit :most")
                .param("now", now())
                .param("medium", medium.name())
                .param("most", most)
                .query(Messages::message)
                .list();
    }

    /** Claims a waiting message for this node until {@code until}; false if another node was faster. */
    boolean claim(Message message, Instant until) {
        return jdbc.sql("update mesaj set attempts = attempts + 1, due_at = :until "
                                + "where id = :id and status = 'BEKLIYOR' and attempts = :attempts" + SAME_WAY)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .params(way(message))
                        .param("id", message.id())
                        .param("attempts", message.attempts())
                        .update()
                == 1;
    }

    void add(
            String key,
            @Nullable String number,
            Purpose purpose,
            Destination destination,
            String subject,
            String body,
            Message.State status) {
        jdbc.sql("insert into mesaj (message_key, number, purpose, medium, recipient, subject, body, status, attempts, "
                        + "due_at, created_at, sent_at) values (:key, :number, :purpose, :medium, :recipient, :subject, "
                        + ":body, :status, 0, :now, :now, :sent)")
                .param("key", key)
                .param("number", number)
                .param("purpose", purpose.name())
                .param("medium", destination.medium().name())
                .param("recipient", destination.recipient())
                .param("subject", subject)
                .param("body", body)
                .param("status", status.name())
                .param("now", now())
                .param("sent", status == Message.State.BEKLIYOR ? null : now())
                .update();
    }

    /** False if it was withdrawn meanwhile, or its address has changed. */
    boolean sent(Message message) {
        return jdbc.sql("update mesaj set status = 'GONDERILDI', sent_at = :now, last_error = null "
                                + "where id = :id and status = 'BEKLIYOR'" + SAME_WAY)
                        .param("now", now())
                        .params(way(message))
                        .param("id", message.id())
                        .update()
                == 1;
    }

    /** Changes the destination; false if it has changed already. */
    boolean divert(Message message, Destination next, String why) {
        return jdbc.sql("update mesaj set medium = :medium, recipient = :recipient, status = :status, attempts = 0, "
                                + "due_at = :now, sent_at = :sent, tried = :tried, last_error = :why where id = :id "
                                + "and status = :seen" + SAME_WAY)
                        .param("seen", message.status().name())
                        .params(way(message))
                        .param("medium", next.medium().name())
                        .param("recipient", next.recipient())
                        .param("status", stateOf(next.medium()).name())
                        .param("now", now())
                        .param("sent", next.medium().isBySystem() ? null : now())
                        .param("tried", tried(message))
                        .param("why", shortened(why))
                        .param("id", message.id())
                        .update()
                == 1;
    }

    void rewrite(long id, String body) {
        jdbc.sql("update mesaj set body = :body where id = :id")
                .param("body", body)
                .param("id", id)
                .update();
    }

    /** No medium is left; false if the destination has changed. */
    boolean giveUp(Message message, String why) {
        return jdbc.sql("update mesaj set status = 'ILETILEMEDI', sent_at = null, tried = :tried, last_error = :why, "
                                + "give_up_told = false where id = :id and status = :seen" + SAME_WAY)
                        .param("seen", message.status().name())
                        .params(way(message))
                        .param("tried", tried(message))
                        .param("why", shortened(why))
                        .param("id", message.id())
                        .update()
                == 1;
    }

    /** True only for the first caller after it was given up. */
    boolean tellGivenUp(long id) {
        return jdbc.sql("update mesaj set give_up_told = true "
                                + "where id = :id and status = 'ILETILEMEDI' and give_up_told = false")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Retries an undelivered message, starting with the first medium. */
    void tryAgain(long id, Destination first) {
        jdbc.sql("update mesaj set medium = :medium, recipient = :recipient, status = :status, attempts = 0, "
                        + "due_at = :now, sent_at = :sent, tried = '' where id = :id and status in "
                        + "('BEKLIYOR', 'ILETILEMEDI', 'LISTEDE')")
                .param("medium", first.medium().name())
                .param("recipient", first.recipient())
                .param("status", stateOf(first.medium()).name())
                .param("now", now())
                .param("sent", first.medium().isBySystem() ? null : now())
                .param("id", id)
                .update();
    }

    /** Withdraws an undelivered answer. */
    void takeBack(String key) {
        jdbc.sql("delete from mesaj where message_key = :key and status in ('BEKLIYOR', 'ILETILEMEDI')")
                .param("key", key)
                .update();
    }

    static Message.State stateOf(Medium medium) {
        if (medium.isBySystem()) {
            return Message.State.BEKLIYOR;
        }
        return medium.isByHand() ? Message.State.LISTEDE : Message.State.GONDERILDI;
    }

    private static Map<String, Object> way(Message message) {
        return Map.of("was", message.medium().name(), "to", String.valueOf(message.recipient()));
    }

    private static String tried(Message message) {
        return Stream.concat(message.tried().stream(), Stream.of(message.medium()))
                .distinct()
                .map(Medium::name)
                .collect(Collectors.joining(","));
    }

    private static String shortened(String why) {
        return why.length() > LONGEST_ERROR ? why.substring(0, LONGEST_ERROR) : why;
    }

    /** Stores the reason of a failure and the time of the next attempt. */
    void failed(Message message, String why, Instant again) {
        jdbc.sql("update mesaj set last_error = :why, due_at = :again where id = :id and status = 'BEKLIYOR'"
                        + SAME_WAY)
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("why", shortened(why))
                .params(way(message))
                .param("id", message.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Message message(ResultSet row, int index) throws SQLException {
        return new Message(
                row.getLong("id"),
                row.getString("message_key"),
                row.getString("number"),
                Purpose.valueOf(row.getString("purpose")),
                Medium.valueOf(row.getString("medium")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                Message.State.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                row.getString("ticked_by"),
                media(row.getString("tried")));
    }

    private static List<Medium> media(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Medium::valueOf)
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
