package tr.muhatap.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.RuleSettings;
import tr.muhatap.basvuru.ServiceWays;
import tr.muhatap.calendar.WorkingDays;
import tr.muhatap.dosya.DueBasvurular;

/**
 * Announces, days in advance, extensions that can only be sent by post: the letter has to arrive before the 15 iş günü
 * end (4982 md. 11), and on the last day an extension is refused.
 */
@Component
public class PostalExtensions {

    private final DueBasvurular due;
    private final BasvuruRegister register;
    private final ServiceWays ways;
    private final WorkingDays workingDays;
    private final RuleSettings rules;
    private final Clock clock;

    PostalExtensions(
            DueBasvurular due,
            BasvuruRegister register,
            ServiceWays ways,
            WorkingDays workingDays,
            RuleSettings rules,
            Clock clock) {
        this.due = due;
        this.register = register;
        this.ways = ways;
        this.workingDays = workingDays;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * An application whose extension, if needed, has to be posted soon.
     *
     * @param reachBy the last day on which the letter may arrive
     */
    public record Pressing(String number, LocalDate reachBy) {}

    /** All of them, most urgent first. */
    public List<Pressing> now() {
        var today = LocalDate.now(clock);
        var numbers = due.extendableUntil(today, workingDays.calendar().plusWorkingDays(today, rules.postDays()));
        return register.all(numbers).stream()
                .filter(basvuru -> ways.fastest(basvuru).hasReceipt())
                .map(basvuru -> new Pressing(basvuru.number(), basvuru.lastDayUnder4982()))
                .sorted(Comparator.comparing(Pressing::reachBy).thenComparing(Pressing::number))
                .toList();
    }
}
