package tr.muhatap.basvuru;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Applications closed as duplicates that wait for the answer to their main application, directly or transitively. */
@Component
public class Duplicates {

    private final BasvuruRegister register;

    Duplicates(BasvuruRegister register) {
        this.register = register;
    }

    /** The application whose answer also answers this one; empty if it gets its own. */
    public Optional<Basvuru> mainOf(Basvuru basvuru) {
        var seen = new HashSet<String>();
        var main = basvuru;
        while (main.isDuplicate() && seen.add(main.number())) {
            var next = Optional.ofNullable(main.mainNumber()).flatMap(register::find);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            main = next.get();
        }
        return main.isDuplicate() || main == basvuru ? Optional.empty() : Optional.of(main);
    }

    /** The duplicates that wait for an application's answer, directly and transitively. */
    public List<Basvuru> waitingFor(String number) {
        var found = new ArrayList<Basvuru>();
        var seen = new HashSet<String>();
        var mains = new ArrayDeque<String>(List.of(number));
        while (!mains.isEmpty()) {
            String main = mains.remove();
            if (seen.add(main)) {
                direct(main).forEach(duplicate -> {
                    found.add(duplicate);
                    mains.add(duplicate.number());
                });
            }
        }
        return found;
    }

    /** Reopens the duplicates of an application that ended without an answer, each with a limit of its own. */
    @EventListener
    void reopen(BasvuruEvent.Kapandi event) {
        if (Basvuru.ANSWERS.contains(event.outcome())) {
            return;
        }
        var main = register.get(event.number());
        if (main.isDuplicate() && main.mainNumber() != null) {
            // These keep waiting for the answer of its main application
            return;
        }
        direct(event.number()).forEach(duplicate -> register.reopenWithoutMain(duplicate.number(), main));
    }

    private List<Basvuru> direct(String main) {
        return register.joinedTo(main).stream()
                .map(register::get)
                .filter(Basvuru::isDuplicate)
                .toList();
    }
}
