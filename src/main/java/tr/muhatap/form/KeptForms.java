package tr.muhatap.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/**
 * Stores submitted forms, encrypted, for their author: a signed-in user, or a visitor identified by a cookie. The
 * page's address contains a random id, which is useless to anyone else.
 */
@Component
@EnableConfigurationProperties(FormSettings.class)
public class KeptForms {

    /** Retention of user input (KVKK: no longer than needed to continue). */
    public static final Duration A_DAY = Duration.ofHours(24);

    /** How long a page with a tracking code can be reloaded. */
    public static final Duration A_WHILE = Duration.ofMinutes(30);

    /** Hidden form field with the encrypted name of the user who opened the page. */
    public static final String TYPIST = "_kim";

    private static final String VISITOR = "MUHATAP-FORM";
    private static final String OF_A_TYPIST = "typist";
    private static final int MOST_CHARACTERS = 300_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Set<String> NOT_TYPED = Set.of("_csrf", TYPIST);

    /** Also reads forms that an earlier version stored. */
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final JdbcClient jdbc;
    private final FormCipher cipher;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeptForms(JdbcClient jdbc, FormCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Stores a form for a signed-in user; returns the id by which its page finds it. */
    public String keep(String user, KeptForm form, Duration howLong) {
        return keepFor(ofUser(user), form, howLong);
    }

    /** Stores a form for this browser, signed in or not. */
    public String keepForVisitor(
            HttpServletRequest request, HttpServletResponse response, KeptForm form, Duration howLong) {
        String visitor = visitor(request);
        if (visitor == null) {
            visitor = random();
            var cookie = ResponseCookie.from(VISITOR, visitor)
                    .path(request.getContextPath().isEmpty() ? "/" : request.getContextPath())
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return keepFor(ofVisitor(visitor), form, howLong);
    }

    /**
     * The form to be displayed by a page.
     *
     * @param user null if nobody is signed in
     */
    public Optional<KeptForm> find(@Nullable String id, @Nullable String user, HttpServletRequest request) {
        if (id == null || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        String visitor = visitor(request);
        return jdbc.sql("select owner, content from yarim_form where id = :id and kept_until > :now")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .query((row, n) -> new Object[] {row.getString(1), row.getBytes(2)})
                .optional()
                .filter(row -> (user != null && row[0].equals(ofUser(user)))
                        || (visitor != null && row[0].equals(ofVisitor(visitor))))
                .flatMap(row -> cipher.decrypt((byte[]) row[1], id + row[0]))
                .map(KeptForms::read);
    }

    /** The submitted fields, without tokens, passwords and files. */
    public static Map<String, List<String>> typed(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name) && !name.toLowerCase(Locale.ROOT).contains("parola")) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    /** Token of the current user for a page's form. */
    public String typistToken(String user) {
        byte[] encrypted = cipher.encrypt(user.getBytes(StandardCharsets.UTF_8), OF_A_TYPIST);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted);
    }

    public Optional<String> typist(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        try {
            return cipher.decrypt(Base64.getUrlDecoder().decode(token), OF_A_TYPIST)
                    .map(name -> new String(name, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private String keepFor(String owner, KeptForm form, Duration howLong) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("delete from yarim_form where kept_until <= ?").param(now).update();
        String id = random();
        jdbc.sql("insert into yarim_form (id, owner, content, kept_until) values (?, ?, ?, ?)")
                .params(id, owner, cipher.encrypt(written(form), id + owner), now.plus(howLong))
                .update();
        return id;
    }

    private static byte[] written(KeptForm form) {
        long characters = form.fields().values().stream()
                .flatMap(Collection::stream)
                .mapToLong(String::length)
                .sum();
        if (characters > MOST_CHARACTERS) {
            throw new ResponseStatusException(
                    HttpStatus.PAYLOAD_TOO_LARGE, "More than a form of ours can hold: " + characters);
        }
        try {
            return JSON.writeValueAsBytes(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form cannot be written", e);
        }
    }

    private static KeptForm read(byte[] json) {
        try {
            return JSON.readValue(json, KeptForm.class);
        } catch (IOException e) {
            throw new IllegalStateException("A form cannot be read", e);
        }
    }

    private static @Nullable String visitor(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, VISITOR);
        return cookie == null || !ID.matcher(cookie.getValue()).matches() ? null : cookie.getValue();
    }

    private static String ofUser(String user) {
        return "user:" + user;
    }

    /** Stores a hash, so that the table does not reveal the cookie. */
    private static String ofVisitor(String cookie) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
            return "visitor:" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String random() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
