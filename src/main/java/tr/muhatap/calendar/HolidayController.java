package tr.muhatap.calendar;

import static tr.muhatap.access.Groups.CAMUNDA_ADMIN;
import static tr.muhatap.access.Groups.SUREC_SAHIBI;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** REST endpoints of the holiday table. Readable by all signed-in users; changed by process owners. */
@RestController
@RequestMapping("/api/v1/holidays")
class HolidayController {

    private static final String MAY_CHANGE = "hasAnyAuthority('" + SUREC_SAHIBI + "', '" + CAMUNDA_ADMIN + "')";
    /** Response header with the number of open limits that a change moved. */
    static final String MOVED = "Tasinan-Sureler";

    private final HolidayTable holidays;

    HolidayController(HolidayTable holidays) {
        this.holidays = holidays;
    }

    /**
     * An entry after a change.
     *
     * @param moved how many open limits moved
     */
    record ChangedHoliday(LocalDate date, String name, boolean half, boolean leave, int moved) {

        static ChangedHoliday of(Holiday holiday, int moved) {
            return new ChangedHoliday(holiday.date(), holiday.name(), holiday.half(), holiday.leave(), moved);
        }
    }

    /**
     * Input of an entry; {@code half} and {@code leave} default to false. {@code date} is ignored, so that an entry
     * that was read can be sent back; the address names the day.
     */
    record HolidayInput(
            @Nullable LocalDate date,
            @Nullable String name,
            @Nullable Boolean half,
            @Nullable Boolean leave) {}

    @GetMapping
    List<Holiday> list(@RequestParam(required = false) @Nullable Integer year) {
        return holidays.entries(year);
    }

    @GetMapping("/{date}")
    Holiday get(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date) {
        return holidays.entry(date).orElseThrow(() -> notInTheTable(date));
    }

    @PutMapping("/{date}")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<ChangedHoliday> put(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestBody HolidayInput input) {
        var check = new Check();
        check.require(
                input.date() == null || input.date().equals(date),
                "date",
                Texts.of("calendar.holiday-controller.gun-adresteki-gunle-ayni-olmalidir"));
        var typed = holidays.typed(
                check, date, input.name(), Boolean.TRUE.equals(input.half()), Boolean.TRUE.equals(input.leave()));
        check.done();
        var holiday = Check.given(typed);
        var changed = holidays.put(holiday);
        var answer =
                changed.isNew() ? ResponseEntity.created(URI.create("/api/v1/holidays/" + date)) : ResponseEntity.ok();
        return answer.header(MOVED, String.valueOf(changed.moved())).body(ChangedHoliday.of(holiday, changed.moved()));
    }

    @DeleteMapping("/{date}")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<Void> delete(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date) {
        var changed = holidays.remove(date).orElseThrow(() -> notInTheTable(date));
        return ResponseEntity.noContent()
                .header(MOVED, String.valueOf(changed.moved()))
                .build();
    }

    private static NotFoundException notInTheTable(LocalDate date) {
        return new NotFoundException(Texts.of("calendar.holiday-controller.tatil-tablosunda-yok", date));
    }
}
