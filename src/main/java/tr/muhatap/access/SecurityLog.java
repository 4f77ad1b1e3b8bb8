package tr.muhatap.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tr.muhatap.text.Texts;

/**
 * Audit log of sign-ins, failures, and changes of users, groups and passwords: a table for auditors and a logger of its
 * own ({@code muhatap.guvenlik}). Holds no password, no citizens' data, and only names of existing users: people type
 * passwords into the wrong field.
 */
@Component
public class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger("muhatap.guvenlik");
    private static final int PAGE = 100;

    private static final Duration ONE_OF_A_KIND = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AccessSettings settings;

    /** Addresses with a recently logged failure: without a password check nothing else limits their rate. */
    private final Cache<String, Boolean> failedLately = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(ONE_OF_A_KIND)
            .build();

    SecurityLog(JdbcClient jdbc, Clock clock, AccessSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Kind of an entry. */
    public enum Action {
        GIRIS(Texts.of("access.security-log.giris")),
        GIRIS_HATASI(Texts.of("access.security-log.hatali-giris")),
        CIKIS(Texts.of("access.security-log.cikis")),
        BEKLETME(Texts.of("access.security-log.cok-hatali-giris-bekletme")),
        KILIT_ACILDI(Texts.of("access.security-log.kilit-acildi")),
        KULLANICI_EKLENDI(Texts.of("access.security-log.kullanici-eklendi")),
        KULLANICI_DEGISTI(Texts.of("access.security-log.kullanici-bilgisi-degisti")),
        KULLANICI_SILINDI(Texts.of("access.security-log.kullanici-silindi")),
        PAROLA_DEGISTI(Texts.of("access.security-log.parola-degisti")),
        GRUBA_EKLENDI(Texts.of("access.security-log.gruba-eklendi")),
        GRUPTAN_CIKARILDI(Texts.of("access.security-log.gruptan-cikarildi")),
        GRUP_KAYDEDILDI(Texts.of("access.security-log.grup-kaydedildi")),
        GRUP_SILINDI(Texts.of("access.security-log.grup-silindi")),
        ANAHTAR_VERILDI(Texts.of("access.security-log.anahtar-verildi")),
        ANAHTAR_GERI_ALINDI(Texts.of("access.security-log.anahtar-geri-alindi")),
        BILDIRIM_ANAHTARI_GORULDU(Texts.of("access.security-log.bildirim-anahtari-goruldu")),
        BILDIRIM_YENIDEN(Texts.of("access.security-log.bildirim-yeniden")),
        HESAP_KAPATILDI(Texts.of("access.security-log.hesap-kapatildi")),
        HESAP_ACILDI(Texts.of("access.security-log.hesap-acildi"));

        private final String label;

        Action(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One entry.
     *
     * @param actor who did it; null if unknown
     * @param subject the user it was done to; null if only a group is concerned
     * @param groupId the group concerned
     * @param address client address of the request; null for the program's own actions
     */
    public record Entry(
            Instant at,
            Action action,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable String groupId,
            @Nullable String address) {}

    /** @param page from 0; the newest entries first, one more than a page where there are further ones */
    public List<Entry> page(int page) {
        return jdbc.sql("select at, action, actor, subject, group_id, address from guvenlik_olayi "
                        + "order by id desc limit :most offset :before")
                .param("most", PAGE + 1)
                .param("before", (long) PAGE * page)
                .query(SecurityLog::entry)
                .list();
    }

    public static int pageSize() {
        return PAGE;
    }

    /** Joins the current transaction, if any. */
    public void write(Action action, @Nullable String actor, @Nullable String subject, @Nullable String groupId) {
        String address = address();
        jdbc.sql("insert into guvenlik_olayi (at, action, actor, subject, group_id, address) "
                        + "values (:at, :action, :actor, :subject, :group, :address)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("action", action.name())
                .param("actor", actor)
                .param("subject", subject)
                .param("group", groupId)
                .param("address", address)
                .update();
        LOG.atInfo()
                .addKeyValue("olay", action.name())
                .addKeyValue("yapan", actor)
                .addKeyValue("kullanici", subject)
                .addKeyValue("grup", groupId)
                .addKeyValue("adres", address)
                .log("Güvenlik: {}", action.label());
    }

    /** Logs an OIDC sign-in or token that was refused: at most one entry per minute and address. */
    void writeRefusedWord() {
        String address = address();
        if (failedLately.asMap().putIfAbsent(String.valueOf(address), true) == null) {
            write(Action.GIRIS_HATASI, null, null, null);
        }
    }

    /** Deletes entries older than the retention period. Safe to run on several nodes at once. */
    @Scheduled(
            initialDelayString = "${muhatap.access.log-sweep:PT5M}",
            fixedDelayString = "${muhatap.access.log-sweep:PT6H}")
    void removeOld() {
        int removed = jdbc.sql("delete from guvenlik_olayi where at < :before")
                .param(
                        "before",
                        clock.instant().minus(settings.securityLogKept()).atOffset(ZoneOffset.UTC))
                .update();
        if (removed > 0) {
            LOG.info("Güvenlik günlüğünden süresi dolan {} kayıt silindi", removed);
        }
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : null;
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Action.valueOf(row.getString("action")),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("group_id"),
                row.getString("address"));
    }
}
