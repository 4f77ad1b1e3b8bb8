package tr.muhatap.routing;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.RankedUnits;
import tr.muhatap.calendar.OfficeClock;

/** REST endpoints of unit proposals and the training of their model. */
@RestController
class ProposalController {

    private static final String TRAINING = "/api/v1/birim-onerisi/egitim";

    private final RankedUnits units;
    private final Training training;
    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final PersonalDataLog personalDataLog;

    ProposalController(
            RankedUnits units,
            Training training,
            BasvuruRegister register,
            BasvuruAccess access,
            PersonalDataLog personalDataLog) {
        this.units = units;
        this.training = training;
        this.register = register;
        this.access = access;
        this.personalDataLog = personalDataLog;
    }

    /**
     * @param unit the unit's code
     * @param confidence probability from 0 to 1
     * @param reason with the words that decided
     */
    record UnitProposal(String unit, double confidence, String reason, RankedUnits.From source) {}

    /**
     * @param trainedAt null before the first training
     * @param examples the office's decisions used for training
     */
    record TrainingState(Training.State state, @Nullable OffsetDateTime trainedAt, int examples) {}

    @GetMapping("/api/v1/basvurular/{number}/birim-onerisi")
    List<UnitProposal> proposals(@PathVariable String number) {
        var basvuru = register.get(number);
        access.requireReadable(basvuru);
        personalDataLog.viewed(basvuru.number(), "birim-onerisi");
        return units.of(basvuru).stream()
                .map(one -> new UnitProposal(one.unit(), one.confidence(), one.reason(), one.source()))
                .toList();
    }

    @PostMapping(TRAINING)
    ResponseEntity<TrainingState> train() {
        training.request();
        return ResponseEntity.accepted().location(URI.create(TRAINING)).body(state());
    }

    @GetMapping(TRAINING)
    TrainingState state() {
        var standing = training.standing();
        var trainedAt = standing.trainedAt();
        return new TrainingState(
                standing.state(),
                trainedAt == null
                        ? null
                        : trainedAt.atZone(OfficeClock.ISTANBUL).toOffsetDateTime(),
                standing.examples());
    }
}
