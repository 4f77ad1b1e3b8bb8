package tr.muhatap.officelog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A change of what the office works by. */
public sealed interface OfficeChange {

    /** User name of who made it; empty for whoever acts in the transaction. */
    String by();

    /** Its name in the log; never changed, since entries carry it. */
    String type();

    /** Where the rows are that it may have changed. */
    List<Slice> slices();

    /** What is said of it; no passwords. */
    Map<String, Object> facts();

    /**
     * Rows of a table.
     *
     * @param key the first columns of the key; empty for all rows
     */
    record Slice(OfficeTable table, List<Object> key) {

        public Slice {
            key = List.copyOf(key);
        }
    }

    /** A decision table was published. */
    record RulePublished(String by, String decision, int version, int basedOn, String reason) implements OfficeChange {

        @Override
        public String type() {
            return "KuralYayimlandi";
        }

        @Override
        public List<Slice> slices() {
            return List.of(new Slice(OfficeTable.RULE_VERSIONS, List.of(decision, version)));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("basedOn", basedOn, "decision", decision, "reason", reason, "version", version);
        }
    }

    /** A day came into the holiday table, changed in it, or left it. */
    record HolidayEntry(String by, LocalDate day) implements OfficeChange {

        @Override
        public String type() {
            return "TatilDegisti";
        }

        @Override
        public List<Slice> slices() {
            return List.of(new Slice(OfficeTable.HOLIDAYS, List.of(day)));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("day", day.toString());
        }
    }

    /** The line that explains moved limits. */
    record HolidayExplained(String by, long version, LocalDate day, String kind, String name) implements OfficeChange {

        @Override
        public String type() {
            return "TatilDegisikligiYazildi";
        }

        @Override
        public List<Slice> slices() {
            return List.of(new Slice(OfficeTable.HOLIDAY_CHANGES, List.of(version)));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("day", day.toString(), "kind", kind, "name", name);
        }
    }

    /** A template of answers got another version. */
    record TemplateVersion(String by, String id, int version, String title, boolean removed) implements OfficeChange {

        @Override
        public String type() {
            return removed ? "SablonKaldirildi" : "SablonDegisti";
        }

        @Override
        public List<Slice> slices() {
            return List.of(new Slice(OfficeTable.TEMPLATES, List.of(id)));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("title", title, "version", version);
        }
    }

    /** A tariff of fees was entered or taken out. */
    record TariffOf(String by, LocalDate validFrom) implements OfficeChange {

        @Override
        public String type() {
            return "TarifeDegisti";
        }

        @Override
        public List<Slice> slices() {
            return List.of(
                    new Slice(OfficeTable.TARIFFS, List.of(validFrom)),
                    new Slice(OfficeTable.PRICES, List.of(validFrom)));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("validFrom", validFrom.toString());
        }
    }

    /** A unit or a topic was added, changed or closed. */
    record OrganizationEntry(OfficeTable table, String code) implements OfficeChange {

        @Override
        public String by() {
            return "";
        }

        @Override
        public String type() {
            return table == OfficeTable.UNITS ? "BirimDegisti" : "KonuDegisti";
        }

        @Override
        public List<Slice> slices() {
            return List.of(new Slice(table, List.of(code)));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("code", code);
        }
    }

    /** Who sits at which extension. */
    record ExtensionsSet(String by) implements OfficeChange {

        @Override
        public String type() {
            return "DahililerDegisti";
        }

        @Override
        public List<Slice> slices() {
            return List.of(new Slice(OfficeTable.EXTENSIONS, List.of()));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of();
        }
    }

    /**
     * An address of another system that is notified.
     *
     * @param what happened to it
     * @param name of the other system; an address may hold what only the two know
     */
    record WebhookChanged(What what, String name) implements OfficeChange {

        /** In the log as they stand. */
        public enum What {
            EKLENDI,
            ACILDI,
            DURDURULDU,
            ANAHTAR_YENILENDI,
            ESKI_ANAHTAR_BITTI,
            KALDIRILDI
        }

        @Override
        public String by() {
            return "";
        }

        @Override
        public String type() {
            return "BildirimAdresiDegisti";
        }

        @Override
        public List<Slice> slices() {
            return List.of(new Slice(OfficeTable.WEBHOOKS, List.of()));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("what", what.name(), "name", name);
        }
    }

    /** The KVKK text that citizens read. */
    record PrivacyNoticeKept(String by, String version) implements OfficeChange {

        @Override
        public String type() {
            return "AydinlatmaMetniDegisti";
        }

        @Override
        public List<Slice> slices() {
            return List.of(new Slice(OfficeTable.PRIVACY_NOTICES, List.of(version)));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("version", version);
        }
    }

    /**
     * A user, a group or a membership.
     *
     * @param what as the security log names it
     */
    record People(
            String by,
            String what,
            @Nullable String user,
            @Nullable String group) implements OfficeChange {

        @Override
        public String type() {
            return "KullaniciDegisti";
        }

        @Override
        public List<Slice> slices() {
            return user != null
                    ? List.of(
                            new Slice(OfficeTable.USERS, List.of(user)),
                            new Slice(OfficeTable.MEMBERSHIPS, List.of(user)))
                    : List.of(
                            new Slice(OfficeTable.GROUPS, group == null ? List.of() : List.of(group)),
                            new Slice(OfficeTable.MEMBERSHIPS, List.of()));
        }

        @Override
        public Map<String, Object> facts() {
            var facts = new TreeMap<String, Object>(Map.of("what", what));
            if (user != null) {
                facts.put("user", user);
            }
            if (group != null) {
                facts.put("group", group);
            }
            return facts;
        }
    }
}
