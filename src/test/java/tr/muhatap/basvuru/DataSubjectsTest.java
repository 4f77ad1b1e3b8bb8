package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.DataSubjects.Found;
import tr.muhatap.basvuru.DataSubjects.Person;

/** Whose an application with the same telephone is: families share telephones and last names. */
class DataSubjectsTest {

    private static final String OWN = "10000000146";
    private static final String SISTERS = "10000000078";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // of the row: T.C., first, last; of whoever asks: T.C., first, last
                OWN + ", Ayşe, Işık, " + OWN + ", -, -, true",
                OWN + ", Ayşe, Işık, " + OWN + ", Fatma, Işık, true",
                SISTERS + ", Ayşe, Işık, " + OWN + ", Ayşe, Işık, false",
                SISTERS + ", Fatma, Işık, -, Ayşe, Işık, false",
                OWN + ", Ayşe, Işık, -, Ayşe, Işık, false",
                "-, Ayşe, Işık, -, Ayşe, Işık, true",
                "-, Ayşe, Işık, " + OWN + ", AYŞE, IŞIK, true",
                "-, Ayşe  Nur, Işık, -, 'ayşe nur ', ışık, true",
                "-, Fatma, Işık, -, Ayşe, Işık, false",
                "-, Ayşe, Demir, -, Ayşe, Işık, false",
                "-, Ayşe, Işık, " + OWN + ", -, Işık, false",
                "-, Ayşe, Işık, " + OWN + ", Ayşe, -, false",
                "-, -, Işık, -, Ayşe, Işık, false",
                "-, Ayşe, -, -, Ayşe, Işık, false"
            })
    void isThePersons(
            @Nullable String rowsId,
            @Nullable String rowsFirst,
            @Nullable String rowsLast,
            @Nullable String id,
            @Nullable String first,
            @Nullable String last,
            boolean theirs) {
        assertThat(new Found("2026-000001", rowsId, rowsFirst, rowsLast)
                        .isOf(new Person(id, "+905321112233", null, first, last)))
                .isEqualTo(theirs);
    }
}
