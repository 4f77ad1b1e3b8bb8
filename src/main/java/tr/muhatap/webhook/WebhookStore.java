package tr.muhatap.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.officelog.OfficeChange.WebhookChanged;
import tr.muhatap.officelog.OfficeChange.WebhookChanged.What;
import tr.muhatap.officelog.OfficeLog;

/** Registered addresses, and the outbox of what goes to them. */
@Component
class WebhookStore {

    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;
    private final OfficeLog officeLog;
    private final Clock clock;

    WebhookStore(JdbcClient jdbc, OfficeLog officeLog, Clock clock) {
        this.jdbc = jdbc;
        this.officeLog = officeLog;
        this.clock = clock;
    }

    List<Webhook> all() {
        return jdbc.sql("select * from bildirim_adresi order by id")
                .query(WebhookStore::webhook)
                .list();
    }

    Optional<Webhook> find(long id) {
        return jdbc.sql("select * from bildirim_adresi where id = :id")
                .param("id", id)
                .query(WebhookStore::webhook)
                .optional();
    }

    boolean anyOpen() {
        return jdbc.sql("select count(*) from bildirim_adresi where acik")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Transactional
    void add(String name, String url, String by) {
        officeLog.changed(new WebhookChanged(What.EKLENDI, name));
        jdbc.sql("insert into bildirim_adresi (ad, adres, acik, anahtar_no, created_by, created_at) "
                        + "values (:name, :url, true, :secret, :by, :now)")
                .param("name", name)
                .param("url", url)
                .param("secret", UUID.randomUUID().toString())
                .param("by", by)
                .param("now", now())
                .update();
    }

    @Transactional
    boolean open(Webhook webhook, boolean open) {
        officeLog.changed(new WebhookChanged(open ? What.ACILDI : What.DURDURULDU, webhook.name()));
        return jdbc.sql("update bildirim_adresi set acik = :open where id = :id")
                        .param("open", open)
                        .param("id", webhook.id())
                        .update()
                == 1;
    }

    @Transactional
    boolean remove(Webhook webhook) {
        officeLog.changed(new WebhookChanged(What.KALDIRILDI, webhook.name()));
        return jdbc.sql("delete from bildirim_adresi where id = :id")
                        .param("id", webhook.id())
                        .update()
                == 1;
    }

    /** Makes a new secret; the one of now signs as well until then. */
    @Transactional
    boolean rotate(Webhook webhook, Instant until) {
        officeLog.changed(new WebhookChanged(What.ANAHTAR_YENILENDI, webhook.name()));
        return jdbc.sql("update bildirim_adresi set onceki_anahtar = anahtar_no, onceki_bitis = :until, "
                                + "anahtar_no = :secret where id = :id and anahtar_no = :seen")
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("secret", UUID.randomUUID().toString())
                        .param("id", webhook.id())
                        .param("seen", webhook.secretId())
                        .update()
                == 1;
    }

    @Transactional
    boolean endFormer(Webhook webhook) {
        officeLog.changed(new WebhookChanged(What.ESKI_ANAHTAR_BITTI, webhook.name()));
        return jdbc.sql("update bildirim_adresi set onceki_anahtar = null, onceki_bitis = null where id = :id")
                        .param("id", webhook.id())
                        .update()
                == 1;
    }

    /** Writes a notice for each open address that was not notified of this status and last day last. */
    void write(Basvuru basvuru, Instant happenedAt) {
        jdbc.sql("insert into bildirim (kimlik, adres, number, channel, status, received_at, last_day, happened_at, "
                        + "state, attempts, due_at, created_at) "
                        + "select cast(:key as varchar(40)) || '-' || cast(a.id as varchar(20)), a.id, "
                        + "cast(:number as varchar(20)), cast(:channel as varchar(30)), cast(:status as varchar(30)), "
                        + "cast(:received as timestamp with time zone), cast(:lastDay as date), "
                        + "cast(:happened as timestamp with time zone), 'BEKLIYOR', 0, "
                        + "cast(:now as timestamp with time zone), cast(:now as timestamp with time zone) "
                        + "from bildirim_adresi a where a.acik and not exists (select 1 from bildirim b where b.id = "
                        + "(select max(c.id) from bildirim c where c.adres = a.id and c.number = :number) "
                        + "and b.status = :status and b.last_day = :lastDay)")
                .param("key", UUID.randomUUID().toString())
                .param("number", basvuru.number())
                .param("channel", basvuru.channel().name())
                .param("status", basvuru.status().name())
                .param("received", basvuru.receivedAt().atOffset(ZoneOffset.UTC))
                .param("lastDay", basvuru.deadline().lastDay())
                .param("happened", happenedAt.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
    }

    /** Addresses that have something due; those that are closed keep what waits until they are open again. */
    List<Long> due() {
        return jdbc.sql("select distinct b.adres from bildirim b join bildirim_adresi a on a.id = b.adres "
                        + "where b.state = 'BEKLIYOR' and b.due_at <= :now and a.acik")
                .param("now", now())
                .query(Long.class)
                .list();
    }

    /** What is due of an address, the oldest first; of an application nothing overtakes what waits for its next attempt. */
    List<StatusNotice> due(long webhook, int most) {
        return jdbc.sql("select b.* from bildirim b where b.adres = :webhook and b.state = 'BEKLIYOR' "
                        + "and b.due_at <= :now and not exists (select 1 from bildirim e where e.adres = b.adres "
                        + "and e.number = b.number and e.id < b.id and e.state = 'BEKLIYOR' and e.due_at > :now) "
                        + "order by b.id limit :most")
                .param("webhook", webhook)
                .param("now", now())
                .param("most", most)
                .query(WebhookStore::notice)
                .list();
    }

    /** False if another node was faster. While it is sent, a notice that waits has no error. */
    boolean claim(StatusNotice notice, Instant until) {
        return jdbc.sql(
                                "update bildirim set attempts = attempts + 1, due_at = :until, last_error = null where id = :id "
                                        + "and state = 'BEKLIYOR' and attempts = :attempts")
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("id", notice.id())
                        .param("attempts", notice.attempts())
                        .update()
                == 1;
    }

    void sent(long id) {
        jdbc.sql("update bildirim set state = 'GONDERILDI', sent_at = :now, last_error = null where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    void failed(long id, String why, Instant again) {
        jdbc.sql("update bildirim set last_error = :why, due_at = :again where id = :id and state = 'BEKLIYOR'")
                .param("why", shortened(why))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void giveUp(long id, String why) {
        jdbc.sql("update bildirim set state = 'BASARISIZ', last_error = :why where id = :id and state = 'BEKLIYOR'")
                .param("why", shortened(why))
                .param("id", id)
                .update();
    }

    /**
     * Lets a settled notice of an address go out once more, under its key; one that failed and waits is due at once. False
     * if there is none, or it is due or being sent.
     */
    boolean again(long webhook, long id) {
        return jdbc.sql("update bildirim set state = 'BEKLIYOR', attempts = 0, due_at = :now, created_at = :now "
                                + "where id = :id and adres = :webhook "
                                + "and (state <> 'BEKLIYOR' or last_error is not null)")
                        .param("now", now())
                        .param("webhook", webhook)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean has(long webhook, long id) {
        return jdbc.sql("select count(*) from bildirim where id = :id and adres = :webhook")
                        .param("id", id)
                        .param("webhook", webhook)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The newest first. */
    List<StatusNotice> newest(long webhook, int most) {
        return jdbc.sql("select * from bildirim where adres = :webhook order by id desc limit :most")
                .param("webhook", webhook)
                .param("most", most)
                .query(WebhookStore::notice)
                .list();
    }

    long count(StatusNotice.State state) {
        return jdbc.sql("select count(*) from bildirim where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    long count(long webhook, StatusNotice.State state) {
        return jdbc.sql("select count(*) from bildirim where adres = :webhook and state = :state")
                .param("webhook", webhook)
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** Since when the oldest waits; null if none does. */
    @Nullable
    Instant oldestWaiting() {
        return jdbc.sql("select min(created_at) from bildirim where state = 'BEKLIYOR'")
                .query((row, index) -> instant(row.getObject(1, OffsetDateTime.class)))
                .list()
                .get(0);
    }

    void forget(Instant before) {
        jdbc.sql("delete from bildirim where state <> 'BEKLIYOR' and created_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String why) {
        return why.length() > LONGEST_ERROR ? why.substring(0, LONGEST_ERROR) : why;
    }

    private static Webhook webhook(ResultSet row, int index) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("ad"),
                row.getString("adres"),
                row.getBoolean("acik"),
                row.getString("anahtar_no"),
                row.getString("onceki_anahtar"),
                instant(row.getObject("onceki_bitis", OffsetDateTime.class)));
    }

    private static StatusNotice notice(ResultSet row, int index) throws SQLException {
        return new StatusNotice(
                row.getLong("id"),
                row.getString("kimlik"),
                row.getLong("adres"),
                row.getString("number"),
                row.getString("channel"),
                row.getString("status"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_day", LocalDate.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                StatusNotice.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
