package tr.muhatap.dosya;

import java.util.List;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.History;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.deadline.Deadlines;

/** Explains the computation of an application's limit. */
@Component
public class LimitStories {

    private final Deadlines deadlines;
    private final HistoryWords words;

    LimitStories(Deadlines deadlines, HistoryWords words) {
        this.deadlines = deadlines;
        this.words = words;
    }

    public LimitStory of(Basvuru basvuru, List<History.Entry> history) {
        var from = basvuru.counting().from();
        return new LimitStory(
                from,
                history.stream()
                        .filter(entry -> entry.event() instanceof BasvuruEvent.LimitSet)
                        .map(entry -> new LimitStory.Change(
                                entry.at(), entry.action(), words.label(entry), words.summary(entry)))
                        .toList(),
                deadlines.derive(PeriodOf.OFFICE, basvuru.deadline(), from).steps());
    }
}
