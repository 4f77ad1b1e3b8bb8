package tr.muhatap.portal;

import static tr.muhatap.access.Groups.CAMUNDA_ADMIN;
import static tr.muhatap.access.Groups.SUREC_SAHIBI;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.calendar.Holiday;
import tr.muhatap.calendar.HolidayTable;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.form.KeptForm;
import tr.muhatap.form.KeptForms;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** Maintains the holiday table, displayed as a calendar. The effects of a change are shown before it is applied. */
@Controller
class HolidayPages {

    private static final String PAGE = "/tatiller";
    private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int WEEK = 7;
    private static final int MONTHS = 12;
    private static final int MOST_SHOWN = 100;
    private static final Map<String, String> LABELS = Map.of(
            "date", Texts.of("portal.holiday-pages.tarih"), "name", Texts.of("portal.holiday-pages.tatilin-adi"));

    private final HolidayTable holidays;
    private final CurrentUser currentUser;
    private final OfficeClock clock;
    private final Forms forms;

    HolidayPages(HolidayTable holidays, CurrentUser currentUser, OfficeClock clock, Forms forms) {
        this.holidays = holidays;
        this.currentUser = currentUser;
        this.clock = clock;
        this.forms = forms;
    }

    /** Type of an entry. */
    enum Kind {
        TAM,
        YARIM,
        IZIN;

        static Kind of(Holiday holiday) {
            return holiday.leave() ? IZIN : holiday.half() ? YARIM : TAM;
        }

        public String label() {
            return Texts.of("portal.holiday-pages.tur-" + name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A day of the calendar.
     *
     * @param number day of the month; 0 for padding days
     * @param entry its holiday, null if none
     */
    record Cell(int number, boolean weekend, @Nullable Holiday entry) {}

    /** A month as weeks of seven days from Monday. */
    record Month(String name, List<List<Cell>> weeks) {}

    /** An entry with the label of its type. */
    record Line(Holiday holiday, String kind) {}

    @GetMapping(PAGE)
    String year(@RequestParam(required = false, name = "yil") @Nullable Integer asked, Model model) {
        int year = asked == null
                ? LocalDate.ofInstant(clock.instant(), OfficeClock.ISTANBUL).getYear()
                : Math.max(1, Math.min(asked, 9999));
        var kept = forms.shown().orElse(null);
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("engel", kept == null ? null : kept.notice());
        var typed = kept == null ? Map.<String, String>of() : kept.single();
        model.addAttribute("girilen", typed);
        model.addAttribute("alanlar", LABELS);
        model.addAttribute("yerler", Map.of("date", "date", "name", "name"));
        model.addAttribute("turler", Kind.values());
        model.addAttribute("yapabilir", currentUser.isIn(SUREC_SAHIBI) || currentUser.isIn(CAMUNDA_ADMIN));
        if (kept != null && kept.errors().isEmpty() && kept.notice() == null) {
            year = preview(kept, model).getYear();
        }
        var entries = holidays.entries(year);
        model.addAttribute("yil", year);
        model.addAttribute("yillar", years());
        model.addAttribute("aylar", months(year, entries));
        model.addAttribute(
                "satirlar",
                entries.stream()
                        .map(each -> new Line(each, Kind.of(each).label()))
                        .toList());
        return "portal/tatiller";
    }

    /** Shows a preview of the change, or applies it. */
    @PostMapping(PAGE)
    String change(@RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        boolean removes = typed.getOrDefault("islem", "").startsWith("cikar");
        boolean applies = typed.getOrDefault("islem", "").endsWith("uygula");
        try {
            var check = new Check();
            var date = check.day("date", typed.get("date"));
            var entry = removes ? null : entry(check, date, typed);
            check.done();
            var day = Check.given(date);
            if (!applies) {
                return forms.leadTo(PAGE, forms.typed(), KeptForms.A_DAY);
            }
            var changed = removes ? holidays.remove(day) : Optional.of(holidays.put(Check.given(entry)));
            redirect.addFlashAttribute(
                    "oldu",
                    changed.map(done -> Texts.of(
                                    removes ? "portal.holiday-pages.cikarildi" : "portal.holiday-pages.kaydedildi",
                                    day.format(DAY),
                                    done.moved()))
                            .orElse(Texts.of("portal.holiday-pages.zaten-yok", day.format(DAY))));
            return "redirect:" + PAGE + "?yil=" + day.getYear();
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }

    private @Nullable Holiday entry(Check check, @Nullable LocalDate date, Map<String, String> typed) {
        var kind = check.choice(Kind.class, "tur", typed.getOrDefault("tur", Kind.TAM.name()));
        return holidays.typed(check, date, typed.get("name"), kind == Kind.YARIM, kind == Kind.IZIN);
    }

    private LocalDate preview(KeptForm kept, Model model) {
        var typed = kept.single();
        var check = new Check();
        var date = Check.given(check.day("date", typed.get("date")));
        boolean removes = typed.getOrDefault("islem", "").startsWith("cikar");
        var preview = holidays.preview(date, removes ? null : entry(check, date, typed));
        model.addAttribute("onizleme", preview);
        model.addAttribute(
                "gosterilen", preview.moves().stream().limit(MOST_SHOWN).toList());
        model.addAttribute("cikarilacak", removes);
        model.addAttribute("gun", date);
        model.addAttribute("simdiki", holidays.entry(date).orElse(null));
        return date;
    }

    private List<Integer> years() {
        return holidays.entries(null).stream()
                .map(entry -> entry.date().getYear())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Month> months(int year, List<Holiday> entries) {
        var byDate = entries.stream().collect(Collectors.toMap(Holiday::date, entry -> entry));
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> month(YearMonth.of(year, month), byDate))
                .toList();
    }

    private static Month month(YearMonth month, Map<LocalDate, Holiday> byDate) {
        var cells = new ArrayList<Cell>();
        for (int before = 1; before < month.atDay(1).getDayOfWeek().getValue(); before++) {
            cells.add(new Cell(0, false, null));
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            var date = month.atDay(day);
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            cells.add(new Cell(day, weekend, byDate.get(date)));
        }
        while (cells.size() % WEEK != 0) {
            cells.add(new Cell(0, false, null));
        }
        var weeks = new ArrayList<List<Cell>>();
        for (int from = 0; from < cells.size(); from += WEEK) {
            weeks.add(List.copyOf(cells.subList(from, from + WEEK)));
        }
        return new Month(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, TURKISH), weeks);
    }
}
