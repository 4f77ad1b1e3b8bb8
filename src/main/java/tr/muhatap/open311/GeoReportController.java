package tr.muhatap.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import tr.muhatap.attachment.AttachmentHttp;
import tr.muhatap.attachment.Upload;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.GeoReportErrors;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.text.Texts;

/**
 * Open311 GeoReport v2. Each address ends in {@code .xml} or {@code .json}; without an ending the client's Accept decides.
 * Every failure is the array of {@link GeoReportErrors}, whatever the program calls it elsewhere.
 */
@RestController
@RequestMapping(GeoReportErrors.ROOT)
class GeoReportController {

    private static final Logger LOG = LoggerFactory.getLogger(GeoReportController.class);
    private static final String KEY = "api_key";
    private static final String CHANGED = GeoReportDates.write(
            LocalDate.of(2026, 11, 27).atStartOfDay(ZoneOffset.ofHours(3)).toInstant());
    private static final int LARGEST = 100_000;
    private static final int MOST_FIELDS = 300;
    private static final List<String> RESOURCES =
            List.of("discovery", "services", "requests", "tokens", "servicerequestupdates");

    private final GeoReportServices services;
    private final GeoReportRequests requests;
    private final GeoReportUpdates updates;
    private final ApiKeys keys;
    private final RateLimits limits;
    private final Organization organization;
    private final String address;
    private final String contact;

    GeoReportController(
            GeoReportServices services,
            GeoReportRequests requests,
            GeoReportUpdates updates,
            ApiKeys keys,
            RateLimits limits,
            Organization organization,
            @Value("${muhatap.notification.base-url:http://localhost:8080}") String baseUrl,
            @Value("${muhatap.letter.institution:}") String institution) {
        this.services = services;
        this.requests = requests;
        this.updates = updates;
        this.keys = keys;
        this.limits = limits;
        this.organization = organization;
        this.address = baseUrl + GeoReportErrors.ROOT + "/v2";
        this.contact = institution;
    }

    @GetMapping({
        "/discovery",
        "/discovery.xml",
        "/discovery.json",
        "/v2/discovery",
        "/v2/discovery.xml",
        "/v2/discovery.json"
    })
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        return answer(request, GeoReportServices.discovery(address, Texts.of("open311.iletisim", contact), CHANGED));
    }

    @GetMapping({"/v2/services", "/v2/services.xml", "/v2/services.json"})
    ResponseEntity<byte[]> services(HttpServletRequest request) {
        return answer(request, services.list());
    }

    @GetMapping("/v2/services/{code}")
    ResponseEntity<byte[]> service(@PathVariable String code, HttpServletRequest request) {
        var topic = organization
                .openTopic(bare(code))
                .orElseThrow(() -> new NotFoundException(Texts.of("open311.hizmet-yok")));
        return answer(request, services.definition(topic));
    }

    @GetMapping({"/v2/requests", "/v2/requests.xml", "/v2/requests.json"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return answer(request, requests.list(fields(request)));
    }

    @GetMapping("/v2/requests/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id, HttpServletRequest request) {
        var numbers = Stream.of(bare(id).split(","))
                .map(String::strip)
                .limit(GeoReportRequests.MOST_NUMBERS)
                .toList();
        boolean extended = "true".equalsIgnoreCase(request.getParameter("extensions"));
        return answer(request, requests.byNumbers(numbers, extended));
    }

    @GetMapping("/v2/tokens/{token}")
    ResponseEntity<byte[]> token(@PathVariable String token, HttpServletRequest request) {
        return answer(request, requests.token(bare(token)));
    }

    /** Answers 200 with the number, as the clients of the interface expect; the same request again gives the same one. */
    @PostMapping({"/v2/requests", "/v2/requests.xml", "/v2/requests.json"})
    ResponseEntity<byte[]> take(HttpServletRequest request) {
        requireForm(request);
        String client = client(request);
        return answer(request, requests.take(client, fields(request), files(request)));
    }

    @GetMapping({"/v2/servicerequestupdates", "/v2/servicerequestupdates.xml", "/v2/servicerequestupdates.json"})
    ResponseEntity<byte[]> updates(HttpServletRequest request) {
        return answer(request, updates.list(client(request), fields(request)));
    }

    @PostMapping({"/v2/servicerequestupdates", "/v2/servicerequestupdates.xml", "/v2/servicerequestupdates.json"})
    ResponseEntity<byte[]> takeUpdate(HttpServletRequest request) {
        requireForm(request);
        String client = client(request);
        return answer(request, updates.take(client, fields(request)));
    }

    /** What is left below the address: no such thing, or not by this method. */
    @RequestMapping({"", "/**"})
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        if (WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class) != null) {
            limits.requireSecrets(request.getRemoteAddr());
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String first =
                path.replaceFirst("^" + GeoReportErrors.ROOT + "/(?:v2/)?", "").replaceFirst("[./].*$", "");
        boolean isRead = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        var status = RESOURCES.contains(first) && !isRead ? HttpStatus.METHOD_NOT_ALLOWED : HttpStatus.NOT_FOUND;
        return failed(request, status, List.of(GeoReportErrors.words(status)));
    }

    // Who, and what

    /**
     * Whose key the request brings. Wrong and missing ones are counted by the address they come from, right ones by their
     * client.
     *
     * @throws AccessDeniedException if it brings none that opens
     */
    private String client(HttpServletRequest request) {
        String key = request.getParameter(KEY);
        var client = keys.client(key);
        if (client.isEmpty()) {
            limits.requireSecrets(request.getRemoteAddr());
            throw new AccessDeniedException(Texts.of("open311.anahtar-gecersiz"));
        }
        limits.requireClient(client.get());
        return client.get();
    }

    private static void requireForm(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        if (!lower.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && !lower.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            throw new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static GeoReportFields fields(HttpServletRequest request) {
        var parameters = request.getParameterMap();
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) != null) {
            throw new Refused(HttpStatus.BAD_REQUEST);
        }
        var fields = new GeoReportFields(parameters);
        if (parameters.size() > MOST_FIELDS || fields.size() > LARGEST) {
            throw new Refused(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        return fields;
    }

    private static List<Upload> files(HttpServletRequest request) {
        var form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return form != null
                ? AttachmentHttp.uploads(form.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .toList())
                : List.of();
    }

    /** Without the ending that says in which form. */
    private static String bare(String segment) {
        return segment.replaceFirst("(?i)\\.(?:xml|json)$", "");
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, GeoReportDocument document) {
        boolean json = GeoReportErrors.wantsJson(request);
        return ResponseEntity.ok()
                .contentType(GeoReportErrors.type(json))
                .cacheControl(CacheControl.noStore())
                .body(document.write(json));
    }

    // Failures

    /** A refusal that has no words but those of its status. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final HttpStatus status;

        Refused(HttpStatus status) {
            super(status.toString());
            this.status = status;
        }
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fail(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof InvalidInputException faulty) {
            return failed(
                    request,
                    HttpStatus.BAD_REQUEST,
                    faulty.errors().stream().map(GeoReportController::words).toList());
        }
        if (thrown instanceof NotFoundException) {
            return failed(request, HttpStatus.NOT_FOUND, List.of(String.valueOf(thrown.getMessage())));
        }
        if (thrown instanceof AccessDeniedException) {
            return failed(request, HttpStatus.FORBIDDEN, List.of(String.valueOf(thrown.getMessage())));
        }
        if (thrown instanceof RuleViolationException) {
            return failed(request, HttpStatus.BAD_REQUEST, List.of(String.valueOf(thrown.getMessage())));
        }
        if (thrown instanceof TooManyRequestsException tooMany) {
            var answer = failed(request, HttpStatus.TOO_MANY_REQUESTS, List.of(tooMany.sentence()));
            return ResponseEntity.status(answer.getStatusCode())
                    .headers(answer.getHeaders())
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()))
                    .body(answer.getBody());
        }
        var status = status(thrown);
        if (status.is5xxServerError()) {
            LOG.error("Unexpected failure at Open311", thrown);
        }
        return failed(request, status, List.of(GeoReportErrors.words(status)));
    }

    private static HttpStatus status(Exception thrown) {
        if (thrown instanceof Refused refused) {
            return refused.status;
        }
        if (thrown instanceof RequestRejectedException) {
            // A parameter's name that the firewall does not let through
            return HttpStatus.BAD_REQUEST;
        }
        return thrown instanceof ErrorResponse known
                ? HttpStatus.valueOf(known.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static String words(FieldError error) {
        return error.field() + ": " + error.message();
    }

    private static ResponseEntity<byte[]> failed(
            HttpServletRequest request, HttpStatus status, List<String> descriptions) {
        boolean json = GeoReportErrors.wantsJson(request);
        return ResponseEntity.status(status)
                .contentType(GeoReportErrors.type(json))
                .cacheControl(CacheControl.noStore())
                .body(GeoReportErrors.body(status, descriptions, json));
    }
}
