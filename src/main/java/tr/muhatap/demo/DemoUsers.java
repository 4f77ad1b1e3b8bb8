package tr.muhatap.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.text.Texts;

/** The twelve fictitious people and systems of the demo; all have the password {@code demo}. */
@Component
@Profile("demo")
class DemoUsers {

    static final String PASSWORD = "demo";

    /**
     * A demo user.
     *
     * @param work description on the start page, in Turkish
     */
    record Person(String id, String firstName, String lastName, String group, String work) {}

    static final List<Person> ALL = List.of(
            new Person(
                    "masa",
                    "Gülşah",
                    "Işıldar",
                    Groups.BEYAZ_MASA,
                    Texts.of("demo.demo-users.beyaz-masa-basvuru-alir-kendi")),
            new Person(
                    "operator",
                    "İlker",
                    "Çınaroğlu",
                    Groups.CAGRI_MERKEZI,
                    Texts.of("demo.demo-users.alo-153-cagri-alir-inceler")),
            new Person(
                    "bilgi",
                    "Şule",
                    "Öğretir",
                    Groups.BILGI_EDINME_BIRIMI,
                    Texts.of("demo.demo-users.bilgi-edinme-birimi-4982-basvurularini")),
            new Person(
                    "halkla",
                    "Çağrı",
                    "Ünlüsoy",
                    Groups.HALKLA_ILISKILER,
                    Texts.of("demo.demo-users.halkla-iliskiler-inceler-sevk-eder")),
            new Person(
                    "fen",
                    "Uğur",
                    "Taşkıran",
                    Groups.ofUnit("fen-isleri"),
                    Texts.of("demo.demo-users.fen-isleri-cevabi-hazirlar")),
            new Person(
                    "park",
                    "Yeşim",
                    "Fidancı",
                    Groups.ofUnit("park-bahceler"),
                    Texts.of("demo.demo-users.park-ve-bahceler-cevabi-hazirlar")),
            new Person(
                    "yonetici",
                    "Nurgül",
                    "Işıkçı",
                    Groups.HALKLA_ILISKILER_YONETICISI,
                    Texts.of("demo.demo-users.halkla-iliskiler-yoneticisi-birinci-kademe")),
            new Person(
                    "mudur",
                    "Özgür",
                    "Dağlıoğlu",
                    Groups.SUBE_MUDURU,
                    Texts.of("demo.demo-users.sube-muduru-ikinci-kademe")),
            new Person(
                    "surec",
                    "İpek",
                    "Akışkan",
                    Groups.SUREC_SAHIBI,
                    Texts.of("demo.demo-users.surec-sahibi-surecler-tatiller")),
            new Person(
                    "denetci",
                    "Görkem",
                    "Bakırcı",
                    Groups.DENETCI,
                    Texts.of("demo.demo-users.denetci-hepsini-okur-hicbirini-degistirmez")),
            new Person(
                    "istemci",
                    "Kanal",
                    "İstemcisi",
                    Groups.KANAL_ISTEMCISI,
                    Texts.of("demo.demo-users.basvuru-ileten-sistem-yalnizca-api")),
            new Person(
                    "admin",
                    "Sistem",
                    "Yöneticisi",
                    Groups.CAMUNDA_ADMIN,
                    Texts.of("demo.demo-users.sistem-yoneticisi-hepsi")));

    private final IdentityService identityService;

    DemoUsers(IdentityService identityService) {
        this.identityService = identityService;
    }

    void create() {
        for (var person : ALL) {
            var user = identityService.newUser(person.id());
            user.setFirstName(person.firstName());
            user.setLastName(person.lastName());
            user.setPassword(PASSWORD);
            user.setEmail(person.id() + "@belediye.example");
            identityService.saveUser(user);
            identityService.createMembership(person.id(), person.group());
        }
    }

    boolean exist() {
        return identityService.createUserQuery().count() > 0;
    }
}
