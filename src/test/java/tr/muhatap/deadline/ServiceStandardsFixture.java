package tr.muhatap.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tr.muhatap.channel.Channel;

/** The limits of the published table, without the decision table. */
public final class ServiceStandardsFixture implements ServiceStandards {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ServiceStandard standard(Channel channel, boolean extended, int version) {
        return switch (channel.name()) {
            case "BILGI_EDINME" -> row(channel, extended, extended ? 30 : 15, DayUnit.IS_GUNU);
            case "CIMER", "ACIK_KAPI" -> row(channel, false, 15, DayUnit.GUN);
            default -> row(channel, false, 10, DayUnit.GUN);
        };
    }

    @Override
    public List<ServiceStandard> all() {
        var rows = new ArrayList<ServiceStandard>();
        for (var channel : Channel.values()) {
            rows.add(standard(channel, false));
        }
        rows.add(1, standard(Channel.BILGI_EDINME, true));
        return rows;
    }

    private static ServiceStandard row(Channel channel, boolean extended, int limit, DayUnit unit) {
        return new ServiceStandard(
                channel,
                extended,
                List.of(Channel.values()).indexOf(channel) + 1,
                channel.label(),
                "Dilekçe",
                Map.of(),
                limit,
                unit,
                3,
                channel == Channel.BILGI_EDINME ? "4982 md. 11" : "Hizmet standartları");
    }
}
