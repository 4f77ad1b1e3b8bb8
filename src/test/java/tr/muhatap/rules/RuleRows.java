package tr.muhatap.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import tr.muhatap.channel.Channel;

/** Rows of the office's tables as tests need them. */
final class RuleRows {

    private RuleRows() {}

    /** A row with this limit for each channel, whether its period was extended or not. */
    static List<RuleRow> standards(String limit, String unit) {
        var rows = new ArrayList<RuleRow>();
        for (var channel : Channel.values()) {
            rows.add(standard(channel.name(), "", limit, unit));
        }
        return rows;
    }

    static RuleRow standard(String channel, String extended, String limit, String unit) {
        return row(
                RuleTable.HIZMET_STANDARTLARI,
                "kanal",
                channel,
                "uzatilmis",
                extended,
                "no",
                "1",
                "hizmet",
                "Başvuruların cevaplanması",
                "belgeler",
                "Dilekçe",
                "sure",
                limit,
                "birim",
                unit,
                "ikinciSinir",
                "3",
                "dayanak",
                "3071 sayılı Kanun");
    }

    static RuleRow routing(String topic, String kind, String words, String unit) {
        return row(
                RuleTable.BIRIM_YONLENDIRME,
                "konu",
                topic,
                "tur",
                kind,
                "metin",
                words,
                "birim",
                unit,
                "gerekce",
                "Görev alanı");
    }

    /** The same row with another cell. */
    static RuleRow with(RuleRow row, String column, String cell) {
        var cells = new HashMap<>(row.cells());
        cells.put(column, cell);
        return new RuleRow(cells);
    }

    private static RuleRow row(RuleTable table, String... cells) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < cells.length; i += 2) {
            given.put(cells[i], cells[i + 1]);
        }
        return RuleRow.of(table, given);
    }
}
