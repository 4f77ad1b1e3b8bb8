package tr.muhatap.dosya;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.BasvuruView;
import tr.muhatap.basvuru.DecisionNote;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidParameterException;
import tr.muhatap.text.Texts;

/** REST endpoints that read applications and save a draft answer or a reason before a task is completed. */
@RestController
@RequestMapping("/api/v1/basvurular")
class BasvuruController {

    private static final int LARGEST_PAGE = 100;

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final BasvuruQueries queries;
    private final DosyaService dosyalar;
    private final History history;
    private final PersonalDataLog personalDataLog;
    private final Organization organization;
    private final TaskSteps taskSteps;

    BasvuruController(
            BasvuruRegister register,
            BasvuruAccess access,
            BasvuruQueries queries,
            DosyaService dosyalar,
            History history,
            PersonalDataLog personalDataLog,
            Organization organization,
            TaskSteps taskSteps) {
        this.register = register;
        this.access = access;
        this.queries = queries;
        this.dosyalar = dosyalar;
        this.history = history;
        this.personalDataLog = personalDataLog;
        this.organization = organization;
        this.taskSteps = taskSteps;
    }

    @GetMapping
    BasvuruQueries.Page list(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Boolean late,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0) {
            throw new InvalidParameterException("page", Texts.of("dosya.basvuru-controller.sayfa-0-dan-kucuk-olamaz"));
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidParameterException(
                    "size", Texts.of("dosya.basvuru-controller.sayfa-boyu-1-ile-arasinda", LARGEST_PAGE));
        }
        if (unit != null && organization.unit(unit).isEmpty()) {
            throw new InvalidParameterException("unit", Texts.of("dosya.basvuru-controller.kodlu-bir-birim-yok", unit));
        }
        var filter = new BasvuruQueries.Filter(channel(channel), unit, parameter(Status.class, "status", status), late);
        return queries.list(filter, page, size);
    }

    @GetMapping("/{number}")
    BasvuruView one(@PathVariable String number) {
        var basvuru = readable(number);
        personalDataLog.viewed(basvuru.number(), "api");
        return BasvuruView.of(basvuru);
    }

    @GetMapping("/{number}/history")
    List<History.Entry> history(@PathVariable String number) {
        var basvuru = register.get(number);
        access.requireInsight(basvuru);
        personalDataLog.viewed(basvuru.number(), Texts.of("dosya.basvuru-controller.gecmis"));
        return history.of(basvuru.number());
    }

    @GetMapping("/{number}/dosya")
    ResponseEntity<Dosya> dosya(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean contacts,
            @RequestParam(required = false) @Nullable String task) {
        return ResponseEntity.ok(dosyalar.open(number, contacts, task));
    }

    @PutMapping("/{number}/cevap")
    ResponseEntity<BasvuruView> draft(
            @PathVariable String number,
            @RequestBody DraftRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        var saved = register.saveDraft(
                number, request::toAnswer, seen == null ? null : seen.replace("\"", ""), access::requireDrafting);
        return ResponseEntity.ok()
                .eTag(Objects.requireNonNull(saved.answer()).tag())
                .body(BasvuruView.of(saved));
    }

    @PutMapping("/{number}/gerekce")
    BasvuruView reason(@PathVariable String number, @RequestBody DecisionNote note) {
        var open = register.get(number);
        access.requireOpenStep(open, register.isRoutedByManager(open));
        taskSteps.note(number, note.checked());
        return BasvuruView.of(register.get(number));
    }

    private Basvuru readable(String number) {
        var basvuru = register.get(number);
        access.requireReadable(basvuru);
        return basvuru;
    }

    private static @Nullable Channel channel(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return Channel.find(value).orElseThrow(() -> unknown("channel", value));
    }

    private static InvalidParameterException unknown(String name, String value) {
        return new InvalidParameterException(name, Texts.of("dosya.basvuru-controller.gecerli-bir-deger-degil", value));
    }

    private static <E extends Enum<E>> @Nullable E parameter(Class<E> type, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> unknown(name, value));
    }
}
