package tr.muhatap.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import tr.muhatap.text.Texts;

/** Public REST endpoints: the published table, and the computation of a limit day by day. */
@RestController
@RequestMapping("/api/v1")
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
            List<DerivationDay> steps,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OtherDeadline otherDeadline) {

        static DerivedDeadline of(Derivation derivation, @Nullable Deadline other) {
            var deadline = derivation.deadline();
            return new DerivedDeadline(
                    deadline.limit(),
                    deadline.unit(),
                    deadline.lastDay(),
                    deadline.lateFrom().atZone(OfficeClock.ISTANBUL).toOffsetDateTime(),
                    deadline.basis(),
                    derivation.whose(),
                    derivation.steps(),
                    other == null ? null : OtherDeadline.of(other));
        }
    }

    /** The later of two limits. */
    record OtherDeadline(int limit, DayUnit unit, LocalDate lastDay, OffsetDateTime lateFrom, String basis) {

        static OtherDeadline of(Deadline deadline) {
            return new OtherDeadline(
                    deadline.limit(),
                    deadline.unit(),
                    deadline.lastDay(),
                    deadline.lateFrom().atZone(OfficeClock.ISTANBUL).toOffsetDateTime(),
                    deadline.basis());
        }
    }

    /** Kinds as far as a limit depends on them; a test keeps them consistent with the record's kinds. */
    enum AskedKind {
        BILGI_ISTEMI,
        TALEP,
        SIKAYET,
        ONERI,
        IHBAR,
        TESEKKUR
    }

    @GetMapping("/deadlines")
    DerivedDeadline deadline(
            @RequestParam Channel channel,
            @RequestParam(required = false) @Nullable AskedKind kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn,
            @RequestParam(defaultValue = "false") boolean extended) {
        boolean asksForInformation = kind == AskedKind.BILGI_ISTEMI;
        if (extended && !deadlines.isExtendable(channel.handledAs(asksForInformation))) {
            throw new InvalidInputException(
                    "extended", Texts.of("deadline.deadline-controller.bu-basvurunun-suresi-uzatilamaz-sure"));
        }
        try {
            var counting = deadlines.countingFrom(receivedOn);
            var limits = deadlines.limits(channel, asksForInformation, extended ? counting.withExtension() : counting);
            return DerivedDeadline.of(
                    deadlines.derive(channel, asksForInformation, receivedOn, extended), limits.other());
        } catch (OutsideHolidayTableException beyond) {
            throw beyond.faultOf("receivedOn");
        }
    }

    @GetMapping("/service-standards")
    List<ServiceStandard> serviceStandards() {
        return standards.all();
    }
}
