package tr.muhatap.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.DataSubjects;
import tr.muhatap.basvuru.DataSubjects.Held;
import tr.muhatap.basvuru.DataSubjects.Person;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.letter.Papers;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Masking;
import tr.muhatap.text.Texts;

/** Makes the report of everything held on one person. Each is logged with its reason before anybody sees it. */
@Service
public class SubjectReports {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_LINE = 254;

    private final DataSubjects subjects;
    private final PersonalDataLog looks;
    private final Papers papers;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    SubjectReports(
            DataSubjects subjects,
            PersonalDataLog looks,
            Papers papers,
            CurrentUser currentUser,
            JdbcClient jdbc,
            Clock clock) {
        this.subjects = subjects;
        this.looks = looks;
        this.papers = papers;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is typed: who the person is, and why the report is made. */
    public record Asked(
            @Nullable String nationalId,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String reason) {}

    /**
     * @param apart what belongs to no application
     * @param madeAt when it was made
     */
    public record Report(List<Held> applications, List<HeldData> apart, Instant madeAt) {

        public Report {
            applications = List.copyOf(applications);
            apart = List.copyOf(apart);
        }
    }

    /**
     * The report.
     *
     * @throws tr.muhatap.problem.InvalidInputException naming the faulty fields
     */
    @Transactional
    public Report make(Asked asked) {
        if (!currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.HALKLA_ILISKILER_YONETICISI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("subject.kim"));
        }
        var check = new Check();
        String typed = check.optionalLine("tc", asked.nationalId(), LONGEST_LINE);
        String nationalId = typed == null ? null : Digits.joined(typed);
        String phone = check.phone("telefon", check.optionalLine("telefon", asked.phone(), LONGEST_LINE));
        String email = check.email("eposta", check.optionalLine("eposta", asked.email(), LONGEST_LINE));
        String firstName = check.optionalLine("ad", asked.firstName(), LONGEST_LINE);
        String lastName = check.optionalLine("soyad", asked.lastName(), LONGEST_LINE);
        if (!check.isFaulty("tc") && !check.isFaulty("telefon") && !check.isFaulty("eposta")) {
            check.require(
                    Stream.of(nationalId, phone, email).anyMatch(Objects::nonNull), "tc", Texts.of("subject.kim-yok"));
        }
        if (nationalId == null && (phone != null || email != null)) {
            check.require(firstName != null, "ad", Texts.of("subject.ad-gerekli"));
            check.require(lastName != null, "soyad", Texts.of("subject.soyad-gerekli"));
        }
        String reason = check.text("gerekce", asked.reason(), LONGEST_REASON);
        check.done();
        var person = new Person(nationalId, phone, email, firstName, lastName);
        var applications = subjects.of(person);
        var report = new Report(applications, subjects.apart(person, applications), clock.instant());
        log(person, Check.given(reason), report);
        return report;
    }

    private void log(Person person, String reason, Report report) {
        var numbers = report.applications().stream().map(Held::number).toList();
        jdbc.sql("insert into veri_sahibi_raporu (at, actor, kisi, reason, numaralar) "
                        + "values (:at, :actor, :person, :reason, :numbers)")
                .param("at", report.madeAt().atOffset(ZoneOffset.UTC))
                .param("actor", currentUser.name())
                .param(
                        "person",
                        Stream.of(
                                        Masking.nationalId(person.nationalId()),
                                        Masking.phone(person.phone()),
                                        Masking.email(person.email()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")))
                .param("reason", reason)
                .param("numbers", String.join(" ", numbers))
                .update();
        looks.viewed(numbers, Texts.of("subject.yer"));
    }

    public byte[] json(Report report) {
        try {
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(Map.of(
                            "madeAt", report.madeAt().toString(),
                            "applications", report.applications(),
                            "apart", report.apart()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report cannot be written", e);
        }
    }

    public byte[] pdf(Report report) {
        return papers.pdf(
                "yazi/veri-sahibi-raporu",
                Map.of(
                        "basvurular",
                        report.applications().stream()
                                .map(one -> new Held(one.number(), printed(one.data())))
                                .toList(),
                        "diger",
                        printed(report.apart()),
                        "tarih",
                        Days.written(LocalDate.now(clock))));
    }

    private static List<HeldData> printed(List<HeldData> data) {
        return data.stream()
                .map(one -> HeldData.of(
                        one.kind(),
                        one.fields().entrySet().stream()
                                .flatMap(field -> Stream.of(field.getKey(), Papers.printed(field.getValue())))
                                .toArray()))
                .toList();
    }
}
