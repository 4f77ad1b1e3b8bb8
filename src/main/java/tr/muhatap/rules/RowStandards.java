package tr.muhatap.rules;

import java.util.List;
import java.util.Map;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.NoServiceStandardException;
import tr.muhatap.deadline.ServiceStandard;
import tr.muhatap.deadline.ServiceStandards;

/** Service standards from rows of {@code hizmet-standartlari}, published or not. */
final class RowStandards implements ServiceStandards {

    private final List<RuleRow> rows;

    /** @param rows valid rows, one for each channel, see {@link RuleChecks} */
    RowStandards(List<RuleRow> rows) {
        this.rows = rows;
    }

    @Override
    public int version() {
        return 0;
    }

    @Override
    public ServiceStandard standard(Channel channel, boolean extended, int version) {
        return rows.stream()
                .filter(row -> row.get("kanal").equals(channel.name()))
                .filter(row ->
                        row.get("uzatilmis").isEmpty() || row.get("uzatilmis").equals(String.valueOf(extended)))
                .findFirst()
                .map(row -> standard(channel, extended, row))
                .orElseThrow(() -> new NoServiceStandardException(channel));
    }

    @Override
    public List<ServiceStandard> all() {
        return rows.stream()
                .map(row -> standard(
                        Channel.valueOf(row.get("kanal")), row.get("uzatilmis").equals("true"), row))
                .toList();
    }

    private static ServiceStandard standard(Channel channel, boolean extended, RuleRow row) {
        return new ServiceStandard(
                channel,
                extended,
                Integer.parseInt(row.get("no")),
                row.get("hizmet"),
                row.get("belgeler"),
                Map.of(),
                Integer.parseInt(row.get("sure")),
                DayUnit.valueOf(row.get("birim")),
                Integer.parseInt(row.get("ikinciSinir")),
                row.get("dayanak"));
    }
}
