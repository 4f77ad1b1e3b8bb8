package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.rules.Column;
import tr.muhatap.rules.RuleComparison;
import tr.muhatap.rules.RuleRow;
import tr.muhatap.rules.RuleTable;
import tr.muhatap.rules.RuleWords;
import tr.muhatap.rules.Rules;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** Pages for process owners to view, edit, test and publish the decision tables. */
@Controller
class RulePages {

    private static final String NEW = "yeni";
    private static final String PATH = "/kurallar/";

    /** Values with columns of their own; other values of a row are shown below it. */
    private static final Set<String> DETAILS =
            Set.of("no", "hizmet", "belgeler", "zorunluBelgeler", "dayanak", "gerekce");

    private final Rules rules;
    private final RuleComparison comparison;
    private final RuleWords words;
    private final Organization organization;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final Forms forms;

    RulePages(
            Rules rules,
            RuleComparison comparison,
            RuleWords words,
            Organization organization,
            CurrentUser currentUser,
            Clock clock,
            Forms forms) {
        this.forms = forms;
        this.rules = rules;
        this.comparison = comparison;
        this.words = words;
        this.organization = organization;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    record Cell(String label, String value) {}

    /**
     * A row for display.
     *
     * @param place from 0
     * @param marks labels, e.g. new, or decides the example
     */
    record Line(
            int place,
            String name,
            List<Cell> cells,
            List<Cell> details,
            List<String> marks,
            boolean decides,
            List<String> faults,
            List<String> warnings) {}

    /** A table's result for the example. */
    record Answer(String whose, @Nullable String words, Rules.@Nullable Decided decided) {}

    @GetMapping("/kurallar")
    String all(Model model) {
        model.addAttribute(
                "tablolar",
                Arrays.stream(RuleTable.values()).map(rules::standing).toList());
        mayChange(model);
        return "portal/kurallar";
    }

    @GetMapping("/kurallar/{karar}")
    String one(
            @PathVariable String karar,
            @RequestParam(required = false) @Nullable Integer surum,
            @RequestParam Map<String, String> given,
            Model model) {
        var table = table(karar);
        var standing = rules.standing(table);
        int version = surum == null ? standing.inForce().number() : surum;
        var rows = rules.rows(table, version);
        var answers = new ArrayList<Answer>();
        rows.ifPresent(known -> answer(table, Texts.of("portal.rule-pages.surum", version), known, given, model)
                .ifPresent(answers::add));
        frame(table, standing, given, answers, model);
        model.addAttribute("surum", version);
        model.addAttribute(
                "bakilan",
                standing.versions().stream()
                        .filter(each -> each.number() == version)
                        .findFirst()
                        .orElseThrow());
        model.addAttribute("okunur", rows.isPresent());
        model.addAttribute(
                "satirlar", lines(table, rows.orElse(List.of()), decides(answers, 0), Set.of(), Map.of(), Map.of()));
        model.addAttribute("taslak", standing.draftOf(currentUser.name()).orElse(null));
        forms.shown().ifPresent(kept -> model.addAttribute("engel", kept.notice()));
        mayChange(model);
        return "portal/kural";
    }

    @GetMapping("/kurallar/{karar}/taslak")
    String draft(@PathVariable String karar, @RequestParam Map<String, String> given, Model model) {
        forms.shown().ifPresent(kept -> {
            model.addAttribute("engel", kept.notice());
            model.addAttribute("gerekce", kept.field("gerekce"));
            model.addAttribute("hatalar", Forms.byField(kept.errors()));
            kept.errors().stream().findFirst().ifPresent(error -> model.addAttribute("gerekceHatasi", error.message()));
        });
        return showDraft(table(karar), given, model);
    }

    @PostMapping("/kurallar/{karar}/taslak")
    String change(
            @PathVariable String karar,
            @RequestParam String islem,
            @RequestParam(defaultValue = "0") int revizyon,
            RedirectAttributes redirect) {
        var table = table(karar);
        var doing = islem.split(":", 2);
        int place = doing.length == 2 && doing[1].matches("[0-9]{1,4}") ? Integer.parseInt(doing[1]) : -1;
        String back = "redirect:" + PATH + table.key() + "/taslak";
        try {
            switch (doing[0]) {
                case "ac" -> rules.begin(table);
                case "programdan" -> rules.beginFromShipped(table);
                case "surdur" -> rules.rebase(table, revizyon);
                case "yukari" -> rules.move(table, revizyon, place, true);
                case "asagi" -> rules.move(table, revizyon, place, false);
                case "kaldir" -> rules.remove(table, revizyon, place);
                case "sil" -> {
                    rules.discard(table);
                    redirect.addFlashAttribute("oldu", Texts.of("portal.rule-pages.taslak-silindi"));
                    return "redirect:" + PATH + table.key();
                }
                default -> throw new NotFoundException(Texts.of("portal.dosya-pages.boyle-bir-islem-yok"));
            }
            return switch (doing[0]) {
                case "yukari" -> back + "#satir-" + Math.max(1, place);
                case "asagi" -> back + "#satir-" + (place + 2);
                case "kaldir" -> back + "#satir-" + Math.max(1, place);
                default -> back;
            };
        } catch (RuleViolationException refused) {
            String page = PATH + table.key() + (doing[0].equals("ac") ? "" : "/taslak");
            return forms.again(page, refused.getMessage());
        }
    }

    @GetMapping("/kurallar/{karar}/taslak/{satir}")
    String row(@PathVariable String karar, @PathVariable String satir, Model model) {
        var table = table(karar);
        var draft = rules.prepared(table).draft();
        var typed = new LinkedHashMap<String, String>();
        Integer place = place(satir, draft.rows().size());
        var kept = forms.shown().orElse(null);
        if (kept != null) {
            model.addAttribute("engel", kept.notice());
            int revision = Optional.ofNullable(kept.field("revizyon"))
                    .filter(number -> number.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .orElse(draft.revision());
            return showRow(table, satir, revision, kept.single(), Forms.byField(kept.errors()), model);
        }
        for (var column : table.columns()) {
            typed.put(
                    column.name(),
                    place == null
                            ? ""
                            : words.typed(column, draft.rows().get(place).get(column.name())));
        }
        typed.put(Rules.PLACE, String.valueOf(place == null ? draft.rows().size() + 1 : place + 1));
        return showRow(table, satir, draft.revision(), typed, Map.of(), model);
    }

    @PostMapping("/kurallar/{karar}/taslak/{satir}")
    String saveRow(
            @PathVariable String karar,
            @PathVariable String satir,
            @RequestParam int revizyon,
            @RequestParam Map<String, String> typed) {
        var table = table(karar);
        try {
            Integer place = place(satir, Integer.MAX_VALUE);
            int now = rules.put(table, revizyon, place, typed);
            return "redirect:" + PATH + table.key() + "/taslak#satir-" + (now + 1);
        } catch (InvalidInputException faulty) {
            return forms.again(PATH + table.key() + "/taslak/" + satir, faulty);
        } catch (RuleViolationException changedMeanwhile) {
            return forms.again(PATH + table.key() + "/taslak", changedMeanwhile.getMessage());
        }
    }

    @GetMapping("/kurallar/{karar}/karsilastirma")
    String compare(@PathVariable String karar, Model model) {
        var table = table(karar);
        model.addAttribute("tablo", table);
        var prepared = rules.prepared(table);
        model.addAttribute("gun", RuleComparison.DAYS);
        model.addAttribute("enCokOrnek", RuleComparison.MOST_EXAMPLES);
        model.addAttribute("enCokMetin", RuleComparison.MOST_TEXTS);
        if (prepared.faults().isEmpty()) {
            try {
                model.addAttribute("sonuc", comparison.ofDraft(table));
            } catch (RuleViolationException beyondTheCalendar) {
                model.addAttribute("engel", beyondTheCalendar.getMessage());
            }
        } else {
            model.addAttribute("engel", Texts.of("portal.rule-pages.taslakta-duzeltilmesi-gereken-satirlar-var"));
        }
        return "portal/kural-fark";
    }

    @PostMapping("/kurallar/{karar}/yayin")
    String publish(
            @PathVariable String karar,
            @RequestParam int revizyon,
            @RequestParam(defaultValue = "") String gerekce,
            RedirectAttributes redirect) {
        var table = table(karar);
        try {
            int version = rules.publish(table, revizyon, gerekce);
            redirect.addFlashAttribute(
                    "oldu", Texts.of("portal.rule-pages.surum-yayimlandi-ve-yururluge-girdi", version));
            return "redirect:" + PATH + table.key();
        } catch (InvalidInputException faulty) {
            return forms.again(PATH + table.key() + "/taslak", faulty);
        } catch (RuleViolationException refused) {
            return forms.again(PATH + table.key() + "/taslak", refused.getMessage());
        }
    }

    private String showDraft(RuleTable table, Map<String, String> given, Model model) {
        var prepared = rules.prepared(table);
        var standing = rules.standing(table);
        int version = standing.inForce().number();
        var answers = new ArrayList<Answer>();
        answer(table, Texts.of("portal.rule-pages.taslak"), prepared.draft().rows(), given, model)
                .ifPresent(answers::add);
        if (!answers.isEmpty()) {
            rules.rows(table, version)
                    .flatMap(rows -> answer(
                            table, Texts.of("portal.rule-pages.yururlukteki-surum", version), rows, given, model))
                    .ifPresent(inForce -> answers.add(0, inForce));
        }
        frame(table, standing, given, answers, model);
        model.addAttribute("taslak", prepared);
        model.addAttribute(
                "satirlar",
                lines(
                        table,
                        prepared.draft().rows(),
                        answers.isEmpty() ? null : decides(answers, answers.size() - 1),
                        prepared.changed(),
                        prepared.faults(),
                        prepared.warnings()));
        return "portal/kural-taslak";
    }

    private String showRow(
            RuleTable table,
            String satir,
            int revision,
            Map<String, String> typed,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("tablo", table);
        model.addAttribute("satir", satir);
        model.addAttribute("yeni", satir.equals(NEW));
        model.addAttribute("revizyon", revision);
        model.addAttribute("girilen", typed);
        model.addAttribute("hatalar", errors);
        model.addAttribute("sozler", words);
        var labels = new LinkedHashMap<String, String>();
        table.columns().forEach(column -> labels.put(column.name(), column.label()));
        labels.put(Rules.PLACE, Texts.of("portal.rule-pages.sirasi"));
        model.addAttribute("alanlar", labels);
        return "portal/kural-satir";
    }

    private void frame(
            RuleTable table, Rules.Standing standing, Map<String, String> given, List<Answer> answers, Model model) {
        model.addAttribute("tablo", table);
        model.addAttribute("durum", standing);
        model.addAttribute("basliklar", headings(table));
        model.addAttribute("cevaplar", answers);
        model.addAttribute("girilen", given);
        model.addAttribute("bugun", LocalDate.now(clock).toString());
        model.addAttribute("kanallar", Channel.values());
        model.addAttribute("konular", organization.topics());
        model.addAttribute("turler", Kind.values());
    }

    private void mayChange(Model model) {
        model.addAttribute("degistirir", currentUser.isIn(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN));
    }

    // Examples

    /** Results for the entered example; empty if there is none. */
    private Optional<Answer> answer(
            RuleTable table, String whose, List<RuleRow> rows, Map<String, String> given, Model model) {
        if (!given.containsKey("dene")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (table) {
                        case HIZMET_STANDARTLARI -> limit(whose, rows, given);
                        case BIRIM_YONLENDIRME -> unit(whose, rows, given);
                    });
        } catch (InvalidInputException faulty) {
            model.addAttribute("hatalar", Forms.byField(faulty.errors()));
        } catch (RuleViolationException beyondTheCalendar) {
            model.addAttribute("hatalar", Map.of("gun", String.valueOf(beyondTheCalendar.getMessage())));
        }
        return Optional.empty();
    }

    private Answer limit(String whose, List<RuleRow> rows, Map<String, String> given) {
        var channel = Channel.find(given.get("kanal"))
                .orElseThrow(() -> new InvalidInputException("kanal", Texts.of("portal.kabul-form.bir-kanal-secin")));
        var decided = rules.tryLimit(rows, channel, day(given.getOrDefault("gun", "")), given.containsKey("uzatilmis"));
        return new Answer(
                whose,
                decided.map(Rules.Decided::derivation)
                        .map(derivation -> derivation.deadline().limit() + " "
                                + derivation.deadline().unit().label())
                        .orElse(null),
                decided.orElse(null));
    }

    private static LocalDate day(String given) {
        return Days.parse(given)
                .orElseThrow(() ->
                        new InvalidInputException("gun", Texts.of("portal.rule-pages.basvuru-tarihini-gun-ay-ve")));
    }

    private Answer unit(String whose, List<RuleRow> rows, Map<String, String> given) {
        var decided = rules.tryUnit(
                rows,
                known(given.get("konu"), organization.topic(given.getOrDefault("konu", ""))),
                known(
                        given.get("tur"),
                        Arrays.stream(Kind.values())
                                .filter(kind -> kind.name().equals(given.get("tur")))
                                .findFirst()),
                given.getOrDefault("metin", ""));
        return new Answer(
                whose,
                decided.map(how -> how.row().get("birim"))
                        .map(code ->
                                organization.unit(code).map(unit -> unit.name()).orElse(code))
                        .orElse(null),
                decided.orElse(null));
    }

    private static String known(@Nullable String code, Optional<?> named) {
        return named.isPresent() && code != null ? code : "";
    }

    private static @Nullable Integer decides(List<Answer> answers, int which) {
        if (which >= answers.size()) {
            return null;
        }
        var decided = answers.get(which).decided();
        return decided == null ? null : Integer.valueOf(decided.place());
    }

    // Rows

    private static List<String> headings(RuleTable table) {
        var headings = new ArrayList<String>();
        for (var column : table.columns()) {
            if (!DETAILS.contains(column.name()) && !isMerged(table, column)) {
                headings.add(column.label());
            }
        }
        return headings;
    }

    /** A limit's unit is displayed next to its number. */
    private static boolean isMerged(RuleTable table, Column column) {
        return table == RuleTable.HIZMET_STANDARTLARI && column.name().equals("birim");
    }

    private List<Line> lines(
            RuleTable table,
            List<RuleRow> rows,
            @Nullable Integer decides,
            Set<Integer> changed,
            Map<Integer, List<String>> faults,
            Map<Integer, List<String>> warnings) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var cells = new ArrayList<Cell>();
            var details = new ArrayList<Cell>();
            for (var column : table.columns()) {
                var cell = new Cell(column.label(), words.inWords(column, row.get(column.name())));
                if (DETAILS.contains(column.name())) {
                    details.add(cell);
                } else if (isMerged(table, column)) {
                    var number = cells.remove(cells.size() - 1);
                    cells.add(new Cell(number.label(), number.value() + " " + cell.value()));
                } else {
                    cells.add(cell);
                }
            }
            boolean isDeciding = decides != null && decides == i;
            var marks = new ArrayList<String>();
            if (isDeciding) {
                marks.add(Texts.of("portal.rule-pages.ornege-uyan-satir"));
            }
            if (changed.contains(i)) {
                marks.add(Texts.of("portal.rule-pages.yeni-veya-degisti"));
            }
            lines.add(new Line(
                    i,
                    words.name(table, row),
                    cells,
                    details,
                    marks,
                    isDeciding,
                    faults.getOrDefault(i, List.of()),
                    warnings.getOrDefault(i, List.of())));
        }
        return lines;
    }

    private static RuleTable table(String key) {
        return RuleTable.of(key)
                .orElseThrow(() -> new NotFoundException(Texts.of("portal.rule-pages.boyle-bir-karar-tablosu-yok")));
    }

    /** Converts a 1-based path variable to an index from 0; null for a new row. */
    private static @Nullable Integer place(String satir, int rows) {
        if (satir.equals(NEW)) {
            return null;
        }
        if (!satir.matches("[1-9][0-9]{0,3}") || Integer.parseInt(satir) > rows) {
            throw new NotFoundException(Texts.of("portal.rule-pages.taslakta-boyle-bir-satir-yok"));
        }
        return Integer.parseInt(satir) - 1;
    }
}
