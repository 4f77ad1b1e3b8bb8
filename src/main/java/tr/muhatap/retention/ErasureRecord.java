package tr.muhatap.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.audit.HeadsInTime;
import tr.muhatap.audit.HeadsInTime.Head;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.letter.Papers;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** The record (tutanak) of an erasure as PDF: numbers and counts, who proposed and approved it, and the log before and after. */
@Component
public class ErasureRecord {

    private static final int MOST = 100_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final Proposals proposals;
    private final HeadsInTime heads;
    private final Papers papers;
    private final RetentionSettings settings;
    private final Clock clock;

    ErasureRecord(Proposals proposals, HeadsInTime heads, Papers papers, RetentionSettings settings, Clock clock) {
        this.proposals = proposals;
        this.heads = heads;
        this.papers = papers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws NotFoundException if nothing was erased yet */
    public byte[] pdf(long id) {
        var proposal = proposals.get(id);
        var decided = proposal.decidedAt();
        var ended = proposal.endedAt();
        if (!proposal.hasRecord() || decided == null || ended == null) {
            throw new NotFoundException(Texts.of("retention.tutanak-yok"));
        }
        var values = new HashMap<String, Object>();
        values.put("o", proposal);
        values.put("onerildi", time(proposal.proposedAt()));
        values.put("onaylandi", time(decided));
        values.put("bitti", time(ended));
        values.put("yil", settings.years());
        var counts = proposals.counts(id);
        values.put("sayilar", counts);
        values.put("toplam", counts.stream().mapToLong(Proposal.Count::all).sum());
        values.put("silinen", counts.stream().mapToLong(Proposal.Count::erased).sum());
        var lines = proposals.lines(id, MOST);
        values.put("silinenler", numbers(lines, true));
        values.put("kalanlar", numbers(lines, false));
        values.put("once", head(heads.before(decided).orElse(null)));
        values.put("sonra", head(heads.after(ended).orElse(null)));
        values.put("bugun", Days.written(LocalDate.now(clock)));
        return papers.pdf("yazi/imha-tutanagi", values);
    }

    private static List<String> numbers(List<Proposal.Line> lines, boolean erased) {
        return lines.stream()
                .filter(line -> (line.outcome() == Proposal.Outcome.SILINDI) == erased)
                .map(line -> erased
                        ? line.number()
                        : line.number() + " (" + line.outcome().label() + ")")
                .toList();
    }

    private static String head(@Nullable Head head) {
        return head == null
                ? Texts.of("retention.ozet-yok")
                : Texts.of("retention.ozet", head.size(), time(head.signedAt()), head.root());
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(OfficeClock.ISTANBUL));
    }
}
