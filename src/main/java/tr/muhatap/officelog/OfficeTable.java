package tr.muhatap.officelog;

import java.util.List;
import java.util.Set;

/** A table whose every change is an entry of the log, with the columns that name a row and those that do not count. */
public enum OfficeTable {
    RULE_VERSIONS("kural_yayini", List.of("karar", "version"), Set.of()),
    HOLIDAYS("tatil", List.of("tarih"), Set.of()),
    HOLIDAY_CHANGES("tatil_degisiklik", List.of("surum"), Set.of()),
    TEMPLATES("cevap_sablonu", List.of("id", "version"), Set.of()),
    TARIFFS("ucret_tarifesi", List.of("valid_from"), Set.of()),
    PRICES("ucret_kalemi", List.of("valid_from", "item"), Set.of()),
    UNITS("birim", List.of("kod"), Set.of()),
    TOPICS("konu", List.of("kod"), Set.of()),
    EXTENSIONS("dahili", List.of("dahili"), Set.of()),
    WEBHOOKS("bildirim_adresi", List.of("id"), Set.of()),
    PRIVACY_NOTICES("aydinlatma_metni", List.of("surum"), Set.of()),
    /** Failed sign-ins are counted elsewhere: a lock in the row was decided. */
    USERS("act_id_user", List.of("id_"), Set.of("rev_")),
    GROUPS("act_id_group", List.of("id_"), Set.of("rev_")),
    MEMBERSHIPS("act_id_membership", List.of("user_id_", "group_id_"), Set.of());

    private final String table;
    private final List<String> key;
    private final Set<String> ignored;

    OfficeTable(String table, List<String> key, Set<String> ignored) {
        this.table = table;
        this.key = key;
        this.ignored = ignored;
    }

    public String table() {
        return table;
    }

    public List<String> key() {
        return key;
    }

    /** Columns that change without a change of what the office decided. */
    public Set<String> ignored() {
        return ignored;
    }
}
