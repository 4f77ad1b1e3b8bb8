package tr.muhatap.basvuru;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** Finds the applications of one person, and everything that is held on the person with them (6698 md. 11). */
@Component
public class DataSubjects {

    private static final int MOST = 2_000;

    /**
     * Who asks.
     *
     * @param nationalId T.C. kimlik no
     * @param phone in E.164 form
     * @param firstName needed with the last name for what carries no T.C. kimlik no: a telephone or an address may be a household's
     */
    public record Person(
            @Nullable String nationalId,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName) {}

    /** An application with all that is held with it. */
    public record Held(String number, List<HeldData> data) {}

    private final BasvuruRegister register;
    private final List<PersonalDataHolder> holders;
    private final JdbcClient jdbc;

    DataSubjects(BasvuruRegister register, List<PersonalDataHolder> holders, JdbcClient jdbc) {
        this.register = register;
        this.holders = List.copyOf(holders);
        this.jdbc = jdbc;
    }

    /** An application with the same T.C. kimlik no, telephone or address; whether it is the person's is to be seen. */
    record Found(
            String number,
            @Nullable String nationalId,
            @Nullable String firstName,
            @Nullable String lastName) {

        /** What carries a T.C. kimlik no is its holder's alone, and anything else belongs to whoever has both names. */
        boolean isOf(Person person) {
            return nationalId == null ? hasNamesOf(person) : nationalId.equals(person.nationalId());
        }

        boolean hasNamesOf(Person person) {
            return isSame(firstName, person.firstName()) && isSame(lastName, person.lastName());
        }

        private static boolean isSame(@Nullable String one, @Nullable String other) {
            return one != null && other != null && words(one).equals(words(other));
        }

        private static String words(String name) {
            return TurkishText.folded(name).strip().replaceAll("\\s+", " ");
        }
    }

    /**
     * The person's applications, the oldest first. One of an informer whose identity is hidden is never among them, nor
     * one of somebody else who left the same telephone or address.
     *
     * @throws InvalidInputException if several persons have that name and the same telephone or address
     */
    public List<Held> of(Person person) {
        var alike = jdbc.sql(
                        "select number, applicant_national_id, applicant_first_name, applicant_last_name from basvuru "
                                + "where not applicant_identity_hidden and erased_at is null and (applicant_national_id = :nationalId "
                                + "or applicant_phone = :phone or lower(applicant_email) = lower(:email)) "
                                + "order by number fetch first " + MOST + " rows only")
                .param("nationalId", person.nationalId(), java.sql.Types.VARCHAR)
                .param("phone", person.phone(), java.sql.Types.VARCHAR)
                .param("email", person.email(), java.sql.Types.VARCHAR)
                .query((row, index) ->
                        new Found(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        if (person.nationalId() == null
                && alike.stream()
                                .filter(one -> one.hasNamesOf(person))
                                .map(Found::nationalId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        > 1) {
            throw new InvalidInputException("tc", Texts.of("basvuru.tutulan.birden-cok-kisi"));
        }
        return alike.stream()
                .filter(one -> one.isOf(person))
                .map(one -> new Held(one.number(), held(one.number())))
                .toList();
    }

    /**
     * What is held on the person and belongs to no application; only where one of the person's applications has that telephone.
     */
    public List<HeldData> apart(Person person, List<Held> applications) {
        String phone = person.phone();
        return phone != null
                        && applications.stream()
                                .map(one ->
                                        register.get(one.number()).applicant().phone())
                                .anyMatch(phone::equals)
                ? holders.stream()
                        .flatMap(holder -> holder.heldApart(person.phone()).stream())
                        .toList()
                : List.of();
    }

    private List<HeldData> held(String number) {
        var data = new ArrayList<HeldData>();
        data.add(record(register.get(number)));
        holders.forEach(holder -> data.addAll(holder.held(number)));
        return data;
    }

    private static HeldData record(Basvuru basvuru) {
        var who = basvuru.applicant();
        var answer = basvuru.sentAnswer();
        return HeldData.of(
                Texts.of("basvuru.tutulan.basvuru"),
                Texts.of("basvuru.tutulan.kanal"),
                basvuru.channel().label(),
                Texts.of("basvuru.tutulan.tur"),
                basvuru.kind().label(),
                Texts.of("basvuru.tutulan.tarih"),
                basvuru.receivedAt(),
                Texts.of("basvuru.tutulan.durum"),
                basvuru.status().label(),
                Texts.of("basvuru.tutulan.ad"),
                who.displayName(),
                Texts.of("basvuru.tutulan.tc"),
                who.nationalId(),
                Texts.of("basvuru.tutulan.vergi"),
                who.taxNumber(),
                Texts.of("basvuru.tutulan.temsilci"),
                who.representative(),
                Texts.of("basvuru.tutulan.yetki"),
                who.authorityDocument(),
                Texts.of("basvuru.tutulan.telefon"),
                who.phone(),
                Texts.of("basvuru.tutulan.e-posta"),
                who.email(),
                Texts.of("basvuru.tutulan.adres"),
                who.address(),
                Texts.of("basvuru.tutulan.konum"),
                basvuru.place(),
                Texts.of("basvuru.tutulan.kaynak"),
                basvuru.externalReference(),
                Texts.of("basvuru.tutulan.evrak"),
                basvuru.incoming().paperNumber(),
                Texts.of("basvuru.tutulan.konu"),
                basvuru.subject(),
                Texts.of("basvuru.tutulan.metin"),
                basvuru.text(),
                Texts.of("basvuru.tutulan.cevap"),
                answer == null ? null : answer.text());
    }
}
