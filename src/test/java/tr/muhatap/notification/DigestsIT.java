package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.WorkingDays;

/** Digests of what is due: once per person and working day, none if there is nothing to report. */
@HttpTest
class DigestsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Digests digests;

    @Autowired
    private OfficeClock clock;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdentityService identityService;

    /** Another test that moved the clock may have sent those of the same day. */
    @BeforeEach
    void nothingIsToldYet() {
        jdbc.sql("delete from ozet_gonderim").update();
        jdbc.sql("delete from mesaj where purpose = 'OZET'").update();
    }

    @AfterEach
    void backToRealTime() {
        clock.setOffset(Duration.ZERO);
    }

    @Test
    void eachIsToldOnceAWorkingDayWhatConcernsHim() {
        var office = new Office(port);
        String number = office.register("operator", Office.call());
        office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri");
        var lastDay = LocalDate.parse(office.get("halkla", "/api/v1/basvurular/" + number)
                .body()
                .at("/deadline/lastDay")
                .asText());

        moveTo(lastDay, "07:59");
        digests.sweep();
        assertThat(recipients(lastDay)).isEmpty();
        moveTo(lastDay, "08:01");
        digests.sweep();
        digests.sweep();

        assertThat(recipients(lastDay))
                .doesNotHaveDuplicates()
                .contains("fen@belediye.example", "yonetici@belediye.example", "mudur@belediye.example");
        assertThat(told(lastDay, number))
                .doesNotContain("park@belediye.example")
                .contains("fen@belediye.example");
        assertThat(body(lastDay, "fen@belediye.example"))
                .contains(number, "Süresi bugün dolanlar:")
                .doesNotContain("Ayşe", "İğde");
        assertThat(body(lastDay, "yonetici@belediye.example")).contains(number);

        var nextDay = workingDays.calendar().plusWorkingDays(lastDay, 1);
        moveTo(nextDay, "09:00");
        digests.sweep();
        assertThat(body(nextDay, "fen@belediye.example")).contains("Süresi geçenler:", number);
    }

    /** 2020/2646 sayılı Yönetmelik md. 33. */
    @Test
    void whatAnotherBodyWasAskedIsChased() {
        var office = new Office(port);
        String number = office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME"));
        var asked = LocalDate.now(clock);
        Office.does(office.post(
                "bilgi",
                "/api/v1/basvurular/" + number + "/opinion",
                "{\"kind\":\"BILGI\",\"body\":\"Valilik\",\"question\":\"Belge?\"}"));
        var lastDay = workingDays.calendar().plusWorkingDays(asked, 5);

        moveTo(lastDay, "08:30");
        digests.sweep();

        assertThat(body(lastDay, "bilgi@belediye.example"))
                .contains(number + " · başka kurumdan istenen görüş veya bilgi · son cevap tarihi");
    }

    /**
     * An extension that can only go by post has to be posted days before the 15 iş günü of 4982 end (md. 11), whatever
     * limit the channel has of its own.
     */
    @ParameterizedTest
    @CsvSource({"BILGI_EDINME, bilgi", "BEYAZ_MASA, masa"})
    void anExtensionThatCanOnlyBePostedIsPointedOutDaysBefore(String channel, String desk) {
        var office = new Office(port);
        String json = Office.application(channel, "\"address\":\"Deneme Mah. 1 Melikgazi\"")
                .replaceFirst("\"kind\":\"[A-Z_]+\"", "\"kind\":\"BILGI_ISTEMI\"");
        String byPost = office.register(desk, json);
        String byMail =
                office.register(desk, json.replace("\"address\":", "\"email\":\"ayse@ornek.example\",\"address\":"));
        var view =
                office.get("halkla", "/api/v1/basvurular/" + byPost + "/dosya").body();
        String basis = view.at("/deadline/basis").asText();
        var lastDay = LocalDate.parse(view.at(basis.contains("4982") ? "/deadline/lastDay" : "/otherDeadline/lastDay")
                .asText());

        moveTo(workingDaysBefore(lastDay, 6), "08:30");
        digests.sweep();
        assertThat(postal(body(today(), "bilgi@belediye.example"))).doesNotContain(byPost);

        moveTo(workingDaysBefore(lastDay, 5), "08:30");
        digests.sweep();
        String told = body(today(), "bilgi@belediye.example");
        assertThat(postal(told))
                .contains(
                        byPost + " · ",
                        DateTimeFormatter.ofPattern("dd.MM.yyyy").format(lastDay))
                .doesNotContain(byMail, "Ayşe");
        assertThat(postal(body(today(), "yonetici@belediye.example"))).contains(byPost);
        assertThat(office.get("bilgi", "/teslim/tebligler").response().body())
                .contains(
                        byPost,
                        "ulaşması gereken son tarih "
                                + DateTimeFormatter.ofPattern("dd.MM.yyyy").format(lastDay));

        moveTo(workingDays.calendar().plusWorkingDays(lastDay, 1), "08:30");
        digests.sweep();
        assertThat(postal(body(today(), "bilgi@belediye.example"))).doesNotContain(byPost);
    }

    /** The lines about extensions; empty if there are none. */
    private static String postal(String digest) {
        int begin = digest.indexOf("Süre uzatımı yalnızca postayla");
        int end = digest.indexOf("\n\n", Math.max(begin, 0));
        return begin < 0 ? "" : digest.substring(begin, end);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate workingDaysBefore(LocalDate day, int days) {
        var before = day;
        while (days > 0) {
            before = before.minusDays(1);
            days -= workingDays.calendar().isWorkingDay(before) ? 1 : 0;
        }
        return before;
    }

    @Test
    void aReceiptThatWaitsForItsCheckIsToldToWhoChecksIt() {
        var office = new Office(port);
        String number = office.atTheUnit(
                "BILGI_EDINME", Office.application("BILGI_EDINME", "\"email\":\"ayse@ornek.example\""));
        String path = "/api/v1/basvurular/" + number;
        Office.does(office.post("bilgi", path + "/fee", "{\"amount\":\"125.50\",\"pages\":40}"));
        Office.does(office.post("bilgi", path + "/receipt", "{\"paidOn\":\"" + today() + "\",\"receipt\":\"DEK-1\"}"));
        var day = workingDays.calendar().plusWorkingDays(today(), 1);

        moveTo(day, "08:30");
        digests.sweep();

        for (String clerk : List.of("bilgi", "halkla")) {
            assertThat(body(day, clerk + "@belediye.example"))
                    .contains("Kontrol edilecek ödeme belgeleri:", number + " · sunulduğu tarih ");
        }
        assertThat(told(day, number)).doesNotContain("fen@belediye.example", "park@belediye.example");
        Office.does(office.post("bilgi", path + "/receipt-confirmation", "{}"));
    }

    @Test
    void theBoardsLastDayIsToldToWhoAnswersIt() {
        var office = new Office(port);
        String number = office.register("istemci", Office.application("BILGI_EDINME"));
        office.complete("bilgi", number, "On_Inceleme", "onInceleme", "ISLEME_KONULMAZ");
        var filedOn = LocalDate.now(clock);
        assertThat(office.post(
                                "bilgi",
                                "/api/v1/basvurular/" + number + "/appeal",
                                "{\"filedOn\":\"%s\",\"boardNumber\":\"K-1\",\"requestedOn\":\"%s\"}"
                                        .formatted(filedOn, filedOn))
                        .status())
                .isEqualTo(200);
        var lastDay = workingDays.calendar().plusWorkingDays(filedOn, 15);

        moveTo(lastDay, "08:30");
        digests.sweep();

        assertThat(body(lastDay, "bilgi@belediye.example"))
                .contains(number + " · Bilgi Edinme Değerlendirme Kuruluna cevap");
        assertThat(told(lastDay, number))
                .doesNotContain("park@belediye.example")
                .contains("bilgi@belediye.example");
    }

    /** Two addresses with the same hash code. */
    @Test
    void addressesThatLookAlikeToAMachineAreTwo() {
        var alike = List.of("AaBB@belediye.example", "BBAa@belediye.example");
        assertThat(alike).extracting(String::hashCode).containsOnly(alike.get(0).hashCode());
        alike.forEach(this::addToFen);
        try {
            var office = new Office(port);
            String number = office.register("operator", Office.call());
            office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri");
            var lastDay = LocalDate.parse(office.get("halkla", "/api/v1/basvurular/" + number)
                    .body()
                    .at("/deadline/lastDay")
                    .asText());
            var day = workingDays.calendar().plusWorkingDays(lastDay, 2);

            moveTo(day, "08:30");
            digests.sweep();

            assertThat(recipients(day)).containsAll(alike).contains("fen@belediye.example");
        } finally {
            alike.forEach(address -> identityService.deleteUser(name(address)));
        }
    }

    private void addToFen(String address) {
        var user = identityService.newUser(name(address));
        user.setEmail(address);
        user.setPassword("kimse-bilmez");
        identityService.saveUser(user);
        identityService.createMembership(name(address), "birim-fen-isleri");
    }

    private static String name(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    @Test
    void theLastDayOfARecourseIsToldToThePlacesOfRecourse() {
        var office = new Office(port);
        var registered =
                office.post("operator", "/api/v1/basvurular", Office.call()).body();
        String number = registered.get("number").asText();
        var filed = office.post("", "/api/v1/takip/recourse", """
                {"number":"%s","code":"%s","ground":"FAZLA_BELGE","text":"Tapu istendi."}""".formatted(
                        number, registered.get("trackingCode").asText()));
        var lastDay = LocalDate.parse(filed.body().at("/recourses/0/lastDay").asText());

        moveTo(lastDay, "08:30");
        digests.sweep();

        assertThat(body(lastDay, "yonetici@belediye.example")).contains(number + " · ilk müracaat yerinin cevabı");
        assertThat(jdbc.sql("select body from mesaj where purpose = 'MURACAAT_KAYDI' and number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .contains(
                        "ilk müracaat yerinde incelenmektedir",
                        DateTimeFormatter.ofPattern("dd.MM.yyyy").format(lastDay));
    }

    @Test
    void nobodyIsWrittenToOnAWeekend() {
        var saturday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        moveTo(saturday, "10:00");

        digests.sweep();

        assertThat(recipients(saturday)).isEmpty();
    }

    private void moveTo(LocalDate day, String time) {
        var then =
                day.atTime(LocalTime.parse(time)).atZone(OfficeClock.ISTANBUL).toInstant();
        clock.setOffset(Duration.between(Clock.systemUTC().instant(), then));
    }

    private List<String> recipients(LocalDate day) {
        return jdbc.sql("select recipient from mesaj where purpose = 'OZET' and message_key like :key")
                .param("key", "ozet:" + day + ":%")
                .query(String.class)
                .list();
    }

    /** Recipients of the digest that names an application on a day. */
    private List<String> told(LocalDate day, String number) {
        return jdbc.sql(
                        "select recipient from mesaj where purpose = 'OZET' and message_key like :key and body like :number")
                .param("key", "ozet:" + day + ":%")
                .param("number", "%" + number + "%")
                .query(String.class)
                .list();
    }

    private String body(LocalDate day, String recipient) {
        return jdbc.sql(
                        "select body from mesaj where purpose = 'OZET' and message_key like :key and recipient = :recipient")
                .param("key", "ozet:" + day + ":%")
                .param("recipient", recipient)
                .query(String.class)
                .single();
    }
}
