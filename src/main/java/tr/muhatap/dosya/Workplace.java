package tr.muhatap.dosya;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.organization.Organization;
import tr.muhatap.text.Texts;

/**
 * Data of task lists and dashboards for many applications at once: their state relative to their limits, no personal
 * data.
 */
@Component
public class Workplace {

    /**
     * Data of a task card.
     *
     * @param matterLabel the topic, or the kind if there is none
     * @param lastDay null if no limit runs: closed, or waiting for a fee
     * @param remaining remaining days in the limit's unit, e.g. "3 iş günü kaldı"; null as {@code lastDay}
     */
    public record Card(
            String number,
            String matterLabel,
            Channel channel,
            String channelLabel,
            @Nullable String unit,
            @Nullable String unitLabel,
            String statusLabel,
            @Nullable LocalDate lastDay,
            @Nullable String remaining,
            @Nullable Urgency urgency,
            @Nullable String urgencyLabel,
            int escalationLevel) {}

    /**
     * The open applications of a channel.
     *
     * @param late those whose limit has passed
     * @param dueToday those whose last day is today
     * @param near those whose last day is within the next days
     * @param escalated those escalated to the manager
     * @param escalatedTwice those escalated to the Şube Müdürü
     */
    record ChannelState(
            Channel channel,
            String channelLabel,
            long open,
            long late,
            long dueToday,
            long near,
            long escalated,
            long escalatedTwice) {

        private ChannelState plus(Group group, @Nullable Urgency urgency) {
            long n = group.applications();
            return new ChannelState(
                    channel,
                    channelLabel,
                    open + n,
                    late + (urgency == Urgency.SURESI_GECTI ? n : 0),
                    dueToday + (urgency == Urgency.BUGUN ? n : 0),
                    near + (urgency == Urgency.YAKLASIYOR ? n : 0),
                    escalated + (group.escalationLevel() == 1 ? n : 0),
                    escalatedTwice + (group.escalationLevel() >= 2 ? n : 0));
        }
    }

    /** Open applications grouped by all properties that matter here. */
    private record Group(
            Channel channel, Status status, int escalationLevel, LocalDate lastDay, DayUnit unit, long applications) {}

    private final BasvuruQueries queries;
    private final Deadlines deadlines;
    private final Organization organization;
    private final JdbcClient jdbc;
    private final Clock clock;

    Workplace(BasvuruQueries queries, Deadlines deadlines, Organization organization, JdbcClient jdbc, Clock clock) {
        this.queries = queries;
        this.deadlines = deadlines;
        this.organization = organization;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Cards of the readable ones of some applications, in one query. */
    public List<Card> cards(Collection<String> numbers) {
        var today = LocalDate.now(clock);
        return queries.readable(numbers).stream().map(row -> card(row, today)).toList();
    }

    /** State of every channel, for the whole office. */
    List<ChannelState> channels() {
        var today = LocalDate.now(clock);
        var states = new TreeMap<Channel, ChannelState>();
        Arrays.stream(Channel.values())
                .forEach(channel -> states.put(channel, new ChannelState(channel, channel.label(), 0, 0, 0, 0, 0, 0)));
        for (var group : openGroups()) {
            var urgency =
                    runs(group.status()) ? Urgency.of(deadlines.daysLeft(group.unit(), group.lastDay(), today)) : null;
            states.computeIfPresent(group.channel(), (channel, state) -> state.plus(group, urgency));
        }
        return List.copyOf(states.values());
    }

    private List<Group> openGroups() {
        return jdbc.sql("select channel, status, escalation_level, deadline_last_day, deadline_unit, count(*) "
                        + "from basvuru where status <> 'KAPANDI' "
                        + "group by channel, status, escalation_level, deadline_last_day, deadline_unit")
                .query((row, index) -> new Group(
                        Channel.valueOf(row.getString(1)),
                        Status.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getObject(4, LocalDate.class),
                        DayUnit.valueOf(row.getString(5)),
                        row.getLong(6)))
                .list();
    }

    private Card card(BasvuruQueries.Row row, LocalDate today) {
        var view = row.view();
        var deadline = runs(view.status()) ? view.deadline() : null;
        Integer left = deadline == null ? null : deadlines.daysLeft(deadline, today);
        var urgency = left == null ? null : Urgency.of(left);
        String unit = view.unit();
        String topic = view.topic();
        return new Card(
                view.number(),
                topic == null
                        ? view.kind().label()
                        : organization.topic(topic).map(known -> known.name()).orElse(topic),
                view.channel(),
                view.channel().label(),
                unit,
                unit == null
                        ? null
                        : organization.unit(unit).map(known -> known.name()).orElse(unit),
                view.status().label(),
                deadline == null ? null : deadline.lastDay(),
                deadline == null || left == null ? null : remaining(deadline, left),
                urgency,
                urgency == null ? null : urgency.label(),
                view.status() == Status.KAPANDI ? 0 : row.escalationLevel());
    }

    private static boolean runs(Status status) {
        return status != Status.KAPANDI && status != Status.UCRET_BEKLIYOR;
    }

    private static String remaining(Deadline deadline, int left) {
        if (left == 0) {
            return Texts.of("dosya.workplace.suresi-bugun-doluyor");
        }
        String days = Math.abs(left) + " " + deadline.unit().label();
        return left > 0 ? Texts.of("dosya.workplace.kaldi", days) : Texts.of("dosya.workplace.gecti", days);
    }
}
