package tr.muhatap.portal;

import java.util.Arrays;
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
import tr.muhatap.basvuru.BulkWork;
import tr.muhatap.basvuru.BulkWork.Verdict;
import tr.muhatap.basvuru.StaffTasks.Step;
import tr.muhatap.deadline.Channel;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidInputException;

/** Many tasks of a list at once: choose, see what would become of each, do it, see what became of each. */
@Controller
class BulkPages {

    private static final int PAGE_SIZE = 50;

    /** What a list shows; what cannot be read of it is left out. */
    record Shown(
            @Nullable String is,
            @Nullable String kanal,
            @Nullable String birim,
            @Nullable Integer sayfa) {

        @Nullable
        public Step step() {
            return known(Step.values(), is);
        }

        @Nullable
        public Channel channel() {
            return known(Channel.values(), kanal);
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

    /** What the clerk fills in beside the list. */
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

    BulkPages(BulkWork work, Organization organization, CurrentUser currentUser) {
        this.work = work;
        this.organization = organization;
        this.currentUser = currentUser;
    }

    @GetMapping("/toplu-islem")
    String list(@ModelAttribute("suzgec") Shown shown, @ModelAttribute("girilen") Typed typed, Model model) {
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

    @PostMapping("/toplu-islem/onizleme")
    String preview(@ModelAttribute("suzgec") Shown shown, @ModelAttribute("girilen") Typed typed, Model model) {
        return ordered(shown, typed, model, order -> {
            var rows = show(order, work.preview(order), model);
            model.addAttribute("olur", count(rows, Verdict.OLUR));
            return "portal/toplu-onizleme";
        });
    }

    @PostMapping("/toplu-islem/uygula")
    String carryOut(@ModelAttribute("suzgec") Shown shown, @ModelAttribute("girilen") Typed typed, Model model) {
        return ordered(shown, typed, model, order -> {
            var rows = show(order, work.carryOut(order), model);
            model.addAttribute("yapildi", count(rows, Verdict.YAPILDI));
            model.addAttribute("reddedildi", count(rows, Verdict.REDDEDILDI));
            model.addAttribute("kapali", count(rows, Verdict.KAPALI));
            return "portal/toplu-sonuc";
        });
    }

    /** What was typed, as an order; where it is none, the list again with what is wrong. */
    private String ordered(Shown shown, Typed typed, Model model, Function<BulkWork.Order, String> then) {
        BulkWork.Order order;
        try {
            order = work.order(typed.islem(), typed.rows(), typed.hedef(), typed.kime(), typed.gerekce());
        } catch (InvalidInputException faulty) {
            model.addAttribute("hatalar", faulty.errors());
            return list(shown, typed, model);
        }
        return then.apply(order);
    }

    private static List<BulkWork.Row> show(BulkWork.Order order, List<BulkWork.Row> rows, Model model) {
        model.addAttribute("emir", order);
        model.addAttribute("satirlar", rows);
        return rows;
    }

    /** Where a browser comes back to after its sign-in, or by its history: there is nothing to show without the rows. */
    @GetMapping({"/toplu-islem/onizleme", "/toplu-islem/uygula"})
    String backToTheList() {
        return "redirect:/toplu-islem";
    }

    /** Those for which there is a task of the user's among the ones shown. */
    private static List<BulkWork.Operation> operations(@Nullable Step shown, Map<Step, Long> counts) {
        var steps = shown == null ? counts.keySet() : Set.of(shown);
        return Arrays.stream(BulkWork.Operation.values())
                .filter(operation -> steps.stream().anyMatch(operation::isFor))
                .toList();
    }

    private static long count(List<BulkWork.Row> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
