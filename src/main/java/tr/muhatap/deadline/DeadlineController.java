package tr.muhatap.deadline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.OutsideHolidayTableException;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.InvalidInputException;

/** What everyone may know: the published table, and how a limit is reckoned day by day. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Süreler")
@SecurityRequirements
class DeadlineController {

    private final Deadlines deadlines;
    private final ServiceStandards standards;

    DeadlineController(Deadlines deadlines, ServiceStandards standards) {
        this.deadlines = deadlines;
        this.standards = standards;
    }

    record DerivedDeadline(
            int limit,
            DayUnit unit,
            LocalDate lastDay,
            OffsetDateTime lateFrom,
            String basis,
            PeriodOf periodOf,
            List<Step> steps) {

        static DerivedDeadline of(Derivation derivation) {
            var deadline = derivation.deadline();
            return new DerivedDeadline(
                    deadline.limit(),
                    deadline.unit(),
                    deadline.lastDay(),
                    deadline.lateFrom().atZone(OfficeClock.ISTANBUL).toOffsetDateTime(),
                    deadline.basis(),
                    derivation.whose(),
                    derivation.steps());
        }
    }

    @GetMapping("/deadlines")
    @Operation(summary = "Süre ve gün gün hesabı; geliş günü ileride de olabilir")
    DerivedDeadline deadline(
            @RequestParam Channel channel,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn,
            @RequestParam(defaultValue = "false") boolean extended) {
        if (extended && !deadlines.isExtendable(channel)) {
            throw new InvalidInputException(
                    "extended",
                    "Bu kanalın süresi uzatılamaz; süre uzatımı yalnızca 4982 bilgi edinme başvurularında yapılabilir "
                            + "(md. 11).");
        }
        try {
            return DerivedDeadline.of(deadlines.derive(channel, receivedOn, extended));
        } catch (OutsideHolidayTableException beyond) {
            throw beyond.faultOf("receivedOn");
        }
    }

    @GetMapping("/service-standards")
    @Operation(summary = "Kamu Hizmet Standartları Tablosu, karar tablosundaki satırlarıyla")
    List<ServiceStandard> serviceStandards() {
        return standards.all();
    }
}
