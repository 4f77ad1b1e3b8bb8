package tr.muhatap.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problems in Turkish; also for those who answer outside a controller, such as the sign-in. */
public final class Problems {

    private static final String ERRORS = "errors";
    private static final String CODE = "code";

    /** Nothing of the program's inside: what happened stands in the log. */
    static final String UNEXPECTED =
            "Beklenmeyen bir hata oluştu. Biraz sonra yeniden deneyin; sürerse sistem yöneticisine bildirin.";

    private Problems() {}

    /** A problem with the Turkish title of the status and the given Turkish detail. */
    public static ProblemDetail of(HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title(status));
        return problem;
    }

    /** The same with the code of the rule that forbids it. */
    static ProblemDetail of(HttpStatusCode status, RefusalCode code, String detail) {
        var problem = of(status, detail);
        problem.setProperty(CODE, code.name());
        return problem;
    }

    /** The same with the faulty fields, each with its own message. */
    public static ProblemDetail of(HttpStatusCode status, List<FieldError> errors) {
        var problem = of(status, detail(status, errors));
        problem.setProperty(ERRORS, errors);
        return problem;
    }

    /** What cannot be read is described by its type only, so that its name has to stand before it. */
    private static String detail(HttpStatusCode status, List<FieldError> errors) {
        if (errors.size() != 1) {
            return errors.size() + " alan hatalı; hangi alanda ne olduğu \"errors\" listesindedir.";
        }
        var error = errors.get(0);
        return status.isSameCodeAs(HttpStatus.BAD_REQUEST) ? error.field() + ": " + error.message() : error.message();
    }

    static String title(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "İstek okunamadı";
            case 401 -> "Oturum açılmamış";
            case 403 -> "Yetki yok";
            case 404 -> "Bulunamadı";
            case 405 -> "Yöntem desteklenmiyor";
            case 406 -> "İstenen biçim verilemiyor";
            case 409 -> "Kural izin vermiyor";
            case 413 -> "İstek çok büyük";
            case 415 -> "Gönderilen biçim desteklenmiyor";
            case 422 -> "Girdi geçersiz";
            case 429 -> "Çok fazla istek";
            case 503 -> "Hizmet şu anda verilemiyor";
            default -> status.is5xxServerError() ? "Beklenmeyen hata" : "İstek yerine getirilemedi";
        };
    }

    /** What to say where the thrower said nothing a person should read. */
    public static String defaultDetail(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        if (known == null) {
            return "İstek yerine getirilemedi.";
        }
        return switch (known) {
            case BAD_REQUEST -> "İstek okunamadı.";
            case FORBIDDEN -> "Bu işlem için yetkiniz yok.";
            case NOT_FOUND -> "Aranan kayıt ya da adres bulunamadı.";
            case METHOD_NOT_ALLOWED -> "Bu adres bu yöntemi (HTTP) desteklemiyor.";
            case NOT_ACCEPTABLE -> "Bu adres istenen biçimde yanıt veremez; application/json isteyin.";
            case PAYLOAD_TOO_LARGE -> "Gönderilen içerik izin verilen boyutu aşıyor.";
            case UNSUPPORTED_MEDIA_TYPE -> "Bu adres gönderilen biçimi okuyamaz; application/json gönderin.";
            case SERVICE_UNAVAILABLE -> "Hizmet şu anda verilemiyor; biraz sonra yeniden deneyin.";
            default -> status.is5xxServerError() ? UNEXPECTED : "İstek yerine getirilemedi.";
        };
    }
}
