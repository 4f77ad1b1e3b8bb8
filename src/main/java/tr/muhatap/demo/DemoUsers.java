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

    /** One demo user. */
    record Person(String id, String firstName, String lastName, String group) {}

    static final List<Person> ALL = List.of(
            new Person("masa", "Gülşah", "Işıldar", Groups.BEYAZ_MASA),
            new Person("operator", "İlker", "Çınaroğlu", Groups.CAGRI_MERKEZI),
            new Person("bilgi", "Şule", "Öğretir", Groups.BILGI_EDINME_BIRIMI),
            new Person("halkla", "Çağrı", "Ünlüsoy", Groups.HALKLA_ILISKILER),
            new Person("fen", "Uğur", "Taşkıran", Groups.ofUnit("fen-isleri")),
            new Person("park", "Yeşim", "Fidancı", Groups.ofUnit("park-bahceler")),
            new Person("yonetici", "Nurgül", "Işıkçı", Groups.HALKLA_ILISKILER_YONETICISI),
            new Person("mudur", "Özgür", "Dağlıoğlu", Groups.SUBE_MUDURU),
            new Person("surec", "İpek", "Akışkan", Groups.SUREC_SAHIBI),
            new Person("denetci", "Görkem", "Bakırcı", Groups.DENETCI),
            new Person("istemci", "Kanal", "İstemcisi", Groups.KANAL_ISTEMCISI),
            new Person("admin", "Sistem", "Yöneticisi", Groups.CAMUNDA_ADMIN));

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
