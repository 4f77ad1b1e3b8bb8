package tr.muhatap.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.access.Groups;
import tr.muhatap.access.PasswordRule;
import tr.muhatap.access.People;
import tr.muhatap.access.Person;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.form.KeptForm;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** The office's users and their groups, in the office's words. */
@Controller
@RequestMapping(PeoplePages.PAGE)
class PeoplePages {

    static final String PAGE = "/kullanicilar";

    private static final int MOST = 200;

    /** The form of a new user has no such field. */
    private static final Set<String> OF_GROUPS = Set.of("", "gruplar");

    private static final Map<String, String> LABELS = Map.of(
            "id", Texts.of("portal.people-pages.kullanici-adi"),
            "firstName", Texts.of("portal.people-pages.ad"),
            "lastName", Texts.of("portal.people-pages.soyad"),
            "email", Texts.of("portal.people-pages.e-posta"),
            "parola", Texts.of("portal.people-pages.parola"),
            "groups", Texts.of("portal.people-pages.gruplar"),
            "disabled", Texts.of("portal.people-pages.hesap"));
    private static final Map<String, String> PLACES = Map.of(
            "id", "id",
            "firstName", "firstName",
            "lastName", "lastName",
            "email", "email",
            "parola", "parola",
            "groups", "gruplar",
            "disabled", "hesap");

    private final People people;
    private final Forms forms;

    PeoplePages(People people, Forms forms) {
        this.people = people;
        this.forms = forms;
    }

    /** A line of the list. */
    record Line(Person person, List<String> groups) {}

    /** A group with the pages that it opens. */
    record Role(String name, List<Ways.Card> pages, boolean tasks) {}

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable String ara,
            @RequestParam(required = false) @Nullable String grup,
            Model model) {
        var names = people.groupNames();
        var found = people.find(ara, grup);
        frame(forms.shown().orElse(null), model);
        model.addAttribute("ara", ara);
        model.addAttribute("grup", grup);
        model.addAttribute("adlar", names);
        model.addAttribute("sayi", found.size());
        model.addAttribute(
                "kisiler",
                found.stream()
                        .limit(MOST)
                        .map(person -> new Line(
                                person,
                                person.groups().stream()
                                        .map(group -> names.getOrDefault(group, group))
                                        .toList()))
                        .toList());
        model.addAttribute(
                "roller",
                names.entrySet().stream()
                        .filter(group -> !Groups.isUnit(group.getKey()) && !Groups.SYSTEMS.contains(group.getKey()))
                        .map(group ->
                                new Role(group.getValue(), Ways.of(group.getKey()), Groups.hasTasks(group.getKey())))
                        .toList());
        model.addAttribute("birimRolu", new Role("", Ways.of(Groups.ofUnit("x")), true));
        model.addAttribute("parolaKurali", PasswordRule.SENTENCE);
        return "portal/kullanicilar";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String firstName,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String parola,
            @RequestParam(required = false) @Nullable List<String> groups,
            RedirectAttributes redirect) {
        try {
            var added = people.add(
                    id.strip(),
                    firstName.strip(),
                    lastName.strip(),
                    email.strip(),
                    parola,
                    groups == null ? List.of() : groups);
            redirect.addFlashAttribute("oldu", Texts.of("portal.people-pages.eklendi", added.name()));
            return "redirect:" + PAGE + "/" + added.id();
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Model model) {
        var person = people.get(id);
        frame(forms.shown().orElse(null), model);
        model.addAttribute("kisi", person);
        model.addAttribute("adlar", people.groupNames());
        model.addAttribute("sunucudan", people.isFromServer(id));
        return "portal/kullanici";
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String islem,
            @RequestParam(defaultValue = "") String firstName,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable List<String> groups,
            RedirectAttributes redirect) {
        String page = PAGE + "/" + people.get(id).id();
        try {
            switch (islem) {
                case "bilgi" -> people.change(id, firstName.strip(), lastName.strip(), email.strip());
                case "gruplar" -> people.setGroups(id, groups == null ? List.of() : groups);
                case "kapat" -> people.disable(id, true);
                case "ac" -> people.disable(id, false);
                default -> throw new InvalidInputException("islem", Texts.of("portal.people-pages.islem-secin"));
            }
            redirect.addFlashAttribute("oldu", Texts.of("portal.people-pages.kaydedildi"));
            return "redirect:" + page;
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        }
    }

    private static void frame(@Nullable KeptForm kept, Model model) {
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("engel", kept == null ? null : kept.notice());
        var typed = kept == null ? Map.<String, String>of() : kept.single();
        model.addAttribute("girilen", typed);
        // Only the form that was sent shows what was ticked in it
        boolean ofGroups = kept != null && OF_GROUPS.contains(typed.getOrDefault("islem", ""));
        model.addAttribute(
                "secilenGruplar",
                kept == null || !ofGroups ? null : kept.fields().getOrDefault("groups", List.of()));
        model.addAttribute("alanlar", LABELS);
        model.addAttribute("yerler", PLACES);
        model.addAttribute("bolge", OfficeClock.ISTANBUL);
    }
}
