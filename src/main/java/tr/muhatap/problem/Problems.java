package tr.muhatap.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Creates RFC 9457 problems in Turkish; also for responses outside a controller, such as authentication failures. */
public final class Problems {

    private static final String ERRORS = "errors";
    private static final String CODE = "code";

    /** Reveals no internals, which are logged. */
    static final String UNEXPECTED = ProblemTexts.of("problem.problems.beklenmeyen-bir-hata-olustu-biraz");

    private Problems() {}

    /** A problem with the Turkish title of the status and the given Turkish detail. */
    public static ProblemDetail of(HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title(status));
        return problem;
    }

    /** A problem with the code of the violated rule. */
    static ProblemDetail of(HttpStatusCode status, RefusalCode code, String detail) {
        var problem = of(status, detail);
        problem.setProperty(CODE, code.name());
        return problem;
    }

    /** A problem with the faulty fields, each with its own message. */
    public static ProblemDetail of(HttpStatusCode status, List<FieldError> errors) {
        var problem = of(status, detail(status, errors));
        problem.setProperty(ERRORS, errors);
        return problem;
    }

    /** A parse error is described by type only, so the field's name is prepended. */
    private static String detail(HttpStatusCode status, List<FieldError> errors) {
        if (errors.size() != 1) {
            return ProblemTexts.of("problem.problems.alan-hatali-hangi-alanda-ne", errors.size());
        }
        var error = errors.get(0);
        return status.isSameCodeAs(HttpStatus.BAD_REQUEST) ? error.field() + ": " + error.message() : error.message();
    }

    static String title(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> ProblemTexts.of("problem.problems.istek-okunamadi");
            case 401 -> ProblemTexts.of("problem.problems.oturum-acilmamis");
            case 403 -> ProblemTexts.of("problem.problems.yetki-yok");
            case 404 -> ProblemTexts.of("problem.problems.bulunamadi");
            case 405 -> ProblemTexts.of("problem.problems.yontem-desteklenmiyor");
            case 406 -> ProblemTexts.of("problem.problems.istenen-bicim-verilemiyor");
            case 409 -> ProblemTexts.of("problem.problems.kural-izin-vermiyor");
            case 413 -> ProblemTexts.of("problem.problems.istek-cok-buyuk");
            case 415 -> ProblemTexts.of("problem.problems.gonderilen-bicim-desteklenmiyor");
            case 422 -> ProblemTexts.of("problem.problems.girdi-gecersiz");
            case 429 -> ProblemTexts.of("problem.problems.cok-fazla-istek");
            case 503 -> ProblemTexts.of("problem.error-words.hizmet-su-anda-verilemiyor");
            default ->
                status.is5xxServerError()
                        ? ProblemTexts.of("problem.problems.beklenmeyen-hata")
                        : ProblemTexts.of("problem.error-words.istek-yerine-getirilemedi");
        };
    }

    /** Default detail of a status, if the exception has no text for users. */
    public static String defaultDetail(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        if (known == null) {
            return ProblemTexts.of("problem.problems.istek-yerine-getirilemedi");
        }
        return switch (known) {
            case BAD_REQUEST -> ProblemTexts.of("problem.problems.istek-okunamadi-2");
            case FORBIDDEN -> ProblemTexts.of("problem.problems.bu-islem-icin-yetkiniz-yok");
            case NOT_FOUND -> ProblemTexts.of("problem.problems.aranan-kayit-ya-da-adres");
            case METHOD_NOT_ALLOWED -> ProblemTexts.of("problem.problems.bu-adres-bu-yontemi-http");
            case NOT_ACCEPTABLE -> ProblemTexts.of("problem.problems.bu-adres-istenen-bicimde-yanit");
            case PAYLOAD_TOO_LARGE -> ProblemTexts.of("problem.problems.gonderilen-icerik-izin-verilen-boyutu");
            case UNSUPPORTED_MEDIA_TYPE -> ProblemTexts.of("problem.problems.bu-adres-gonderilen-bicimi-okuyamaz");
            case SERVICE_UNAVAILABLE -> ProblemTexts.of("problem.problems.hizmet-su-anda-verilemiyor-biraz");
            default ->
                status.is5xxServerError() ? UNEXPECTED : ProblemTexts.of("problem.problems.istek-yerine-getirilemedi");
        };
    }
}
