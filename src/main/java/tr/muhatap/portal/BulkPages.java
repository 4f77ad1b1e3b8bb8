package tr.muhatap.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.StaffTasks.TaskKind;
import tr.muhatap.channel.Channel;
import tr.muhatap.form.KeptForm;
import tr.muhatap.form.KeptForms;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.toplu.BulkWork;
import tr.muhatap.toplu.BulkWork.Verdict;

/** Bulk operations on a list of tasks: selection, preview, execution, result. */
@Controller
class BulkPages {

    private static final int PAGE_SIZE = 50;
    private static final String LIST = "/toplu-islem";
    private static final String PREVIEW = "/toplu-islem/onizleme";
    private static final String DONE = "/toplu-islem/sonuc";
    private static final String RESULT = "_sonuc";

    /** Filter of the list; unreadable values are dropped. */
    record Shown(
            @Nullable String is,
            @Nullable String kanal,
            @Nullable String birim,
            @Nullable Integer sayfa) {

        @Nullable
        public TaskKind step() {
            return known(TaskKind.values(), is);
        }

        @Nullable
        public Channel channel() {
            return Channel.find(kanal).orElse(null);
        }

        @Nullable
        public String unit() {
            return birim == null || birim.isBlank() ? null : birim;
        }

        public int page() {
            return sayfa == null ? 0 : Math.max(0, Math.min(sayfa, LAST_PAGE));
        }

        private static <E extends Enum<E>> @Nullable E known(E[] values, @Nullable String name) {
            return Arrays.stream(values)
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final int LAST_PAGE = 10_000;

    /** Input next to the list. */
    record Typed(
            @Nullable List<String> satir,
            @Nullable String islem,
            @Nullable String hedef,
            @Nullable String kime,
            @Nullable String gerekce) {

        public List<String> rows() {
            return satir == null ? List.of() : satir;
        }
    }

    private final BulkWork work;
    private final Organization organization;
    private final CurrentUser currentUser;

    private final Forms forms;
    private final ObjectMapper json;

    BulkPages(BulkWork work, Organization organization, CurrentUser currentUser, Forms forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
        this.work = work;
        this.organization = organization;
        this.currentUser = currentUser;
    }

    @GetMapping(LIST)
    String list(@ModelAttribute("suzgec") Shown asked, Model model) {
        var kept = forms.shown().orElse(null);
        var shown = kept == null ? asked : shown(kept);
        model.addAttribute("suzgec", shown);
        model.addAttribute("girilen", kept == null ? new Typed(null, null, null, null, null) : typed(kept));
        if (kept != null) {
            model.addAttribute("hatalar", Forms.byField(kept.errors()));
            model.addAttribute("engel", kept.notice());
        }
        var counts = work.counts();
        var step = shown.step();
        if (step != null) {
            counts.putIfAbsent(step, 0L);
        }
        var page = work.list(step, shown.channel(), shown.unit(), shown.page(), PAGE_SIZE);
        model.addAttribute("isler", page);
        model.addAttribute("sayilar", counts);
        model.addAttribute("islemler", operations(step, counts));
        model.addAttribute("kanallar", Channel.values());
        model.addAttribute("birimler", organization.units());
        model.addAttribute("birimSuzulur", work.seesAllUnits());
        model.addAttribute("gorevliler", work.colleagues());
        model.addAttribute("ben", currentUser.name());
        model.addAttribute("enCok", BulkWork.MOST);
        return "portal/toplu-islem";
    }

    @PostMapping(PREVIEW)
    String preview(@ModelAttribute("girilen") Typed typed) {
        return ordered(typed, order -> forms.leadTo(PREVIEW, forms.typed(), KeptForms.A_DAY));
    }

    /** The preview, computed again on each request. */
    @GetMapping(PREVIEW)
    String showPreview(Model model) {
        var kept = forms.shown().orElse(null);
        if (kept == null) {
            return "redirect:" + LIST;
        }
        var typed = typed(kept);
        BulkWork.Order order;
        try {
            order = work.order(typed.islem(), typed.rows(), typed.hedef(), typed.kime(), typed.gerekce());
        } catch (InvalidInputException faulty) {
            return forms.leadTo(LIST, kept.fields(), faulty.errors(), null, null, KeptForms.A_DAY);
        }
        var rows = show(order, work.preview(order), model);
        model.addAttribute("suzgec", shown(kept));
        model.addAttribute("engel", kept.notice());
        model.addAttribute("olur", count(rows, Verdict.OLUR));
        return "portal/toplu-onizleme";
    }

    @PostMapping("/toplu-islem/uygula")
    String carryOut(@ModelAttribute("girilen") Typed typed) {
        return ordered(typed, order -> {
            var fields = new LinkedHashMap<>(forms.typed());
            fields.put(RESULT, List.of(written(new Result(order, work.carryOut(order)))));
            return forms.leadTo(DONE, fields, KeptForms.A_DAY);
        });
    }

    /** The result; reloading does not repeat the operation. */
    @GetMapping(DONE)
    String showResult(Model model) {
        var kept = forms.shown().orElse(null);
        String written = kept == null ? null : kept.field(RESULT);
        if (kept == null || written == null) {
            return "redirect:" + LIST;
        }
        var result = read(written);
        var rows = show(result.order(), result.rows(), model);
        model.addAttribute("suzgec", shown(kept));
        model.addAttribute("yapildi", count(rows, Verdict.YAPILDI));
        model.addAttribute("reddedildi", count(rows, Verdict.REDDEDILDI));
        model.addAttribute("kapali", count(rows, Verdict.KAPALI));
        return "portal/toplu-sonuc";
    }

    /** Parses the input into an order; if it is faulty, redirects to the list with the faults. */
    private String ordered(Typed typed, Function<BulkWork.Order, String> then) {
        BulkWork.Order order;
        try {
            order = work.order(typed.islem(), typed.rows(), typed.hedef(), typed.kime(), typed.gerekce());
        } catch (InvalidInputException faulty) {
            return forms.again(LIST, faulty);
        }
        return then.apply(order);
    }

    /** Result of an order. */
    record Result(BulkWork.Order order, List<BulkWork.Row> rows) {}

    private String written(Result result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result cannot be written", e);
        }
    }

    private Result read(String written) {
        try {
            return json.readValue(written, Result.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result cannot be read", e);
        }
    }

    private static Shown shown(KeptForm kept) {
        String page = kept.field("sayfa");
        return new Shown(
                kept.field("is"),
                kept.field("kanal"),
                kept.field("birim"),
                page != null && page.matches("[0-9]{1,5}") ? Integer.valueOf(page) : null);
    }

    private static Typed typed(KeptForm kept) {
        return new Typed(
                kept.fields().get("satir"),
                kept.field("islem"),
                kept.field("hedef"),
                kept.field("kime"),
                kept.field("gerekce"));
    }

    private static List<BulkWork.Row> show(BulkWork.Order order, List<BulkWork.Row> rows, Model model) {
        model.addAttribute("emir", order);
        model.addAttribute("satirlar", rows);
        return rows;
    }

    /** For browser history: does not show a finished operation as pending. */
    @GetMapping("/toplu-islem/uygula")
    String backToTheList() {
        return "redirect:" + LIST;
    }

    /** Operations for which the displayed list has a task of the user. */
    private static List<BulkWork.Operation> operations(@Nullable TaskKind shown, Map<TaskKind, Long> counts) {
        var steps = shown == null ? counts.keySet() : Set.of(shown);
        return Arrays.stream(BulkWork.Operation.values())
                .filter(operation -> steps.stream().anyMatch(operation::isFor))
                .toList();
    }

    private static long count(List<BulkWork.Row> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
