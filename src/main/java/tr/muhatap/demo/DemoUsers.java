package tr.muhatap.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;

/** The twelve invented people and systems of the demo; all have the password {@code demo}. */
@Component
@Profile("demo")
class DemoUsers {

    static final String PASSWORD = "demo";

    /**
     * One demo user.
     *
     * @param work what the start page says of it, in Turkish
     */
    record Person(String id, String firstName, String lastName, String group, String work) {}

    static final List<Person> ALL = List.of(
            new Person(
                    "masa",
                    "Gülşah",
                    "Işıldar",
                    Groups.BEYAZ_MASA,
                    "Beyaz Masa: başvuru alır, kendi kanallarını inceler"),
            new Person("operator", "İlker", "Çınaroğlu", Groups.CAGRI_MERKEZI, "ALO 153: çağrı alır, inceler"),
            new Person(
                    "bilgi",
                    "Şule",
                    "Öğretir",
                    Groups.BILGI_EDINME_BIRIMI,
                    "Bilgi edinme birimi: 4982 başvurularını inceler, sevk eder"),
            new Person(
                    "halkla",
                    "Çağrı",
                    "Ünlüsoy",
                    Groups.HALKLA_ILISKILER,
                    "Halkla İlişkiler: inceler, sevk eder, onaylar"),
            new Person("fen", "Uğur", "Taşkıran", Groups.ofUnit("fen-isleri"), "Fen İşleri: cevabı hazırlar"),
            new Person("park", "Yeşim", "Fidancı", Groups.ofUnit("park-bahceler"), "Park ve Bahçeler: cevabı hazırlar"),
            new Person(
                    "yonetici",
                    "Nurgül",
                    "Işıkçı",
                    Groups.HALKLA_ILISKILER_YONETICISI,
                    "Halkla İlişkiler yöneticisi: birinci kademe, süresi geçenler"),
            new Person("mudur", "Özgür", "Dağlıoğlu", Groups.SUBE_MUDURU, "Şube Müdürü: ikinci kademe"),
            new Person("surec", "İpek", "Akışkan", Groups.SUREC_SAHIBI, "Süreç sahibi: süreçler, tatiller"),
            new Person("denetci", "Görkem", "Bakırcı", Groups.DENETCI, "Denetçi: hepsini okur, hiçbirini değiştirmez"),
            new Person("istemci", "Kanal", "İstemcisi", Groups.KANAL_ISTEMCISI, "Başvuru ileten sistem (yalnızca API)"),
            new Person("admin", "Sistem", "Yöneticisi", Groups.CAMUNDA_ADMIN, "Sistem yöneticisi: hepsi"));

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
