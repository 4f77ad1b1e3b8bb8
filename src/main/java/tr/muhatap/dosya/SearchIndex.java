package tr.muhatap.dosya;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.SearchWords;
import tr.muhatap.text.SearchText;

/**
 * Maintains the search table of lists. A row is written at registration and when text is added, so that other steps
 * cost nothing.
 */
@Component
class SearchIndex implements SearchWords {

    /** Maximum UTF-16 units of a row; further text of an application answered many times is not indexed. */
    private static final int LONGEST = 200_000;

    private final JdbcClient jdbc;

    SearchIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Basvuru basvuru) {
        var answer = basvuru.answer();
        jdbc.sql("insert into basvuru_arama (number, sozler, ad) values (:number, :words, :name)")
                .param("number", basvuru.number())
                .param("words", SearchText.of(basvuru.subject(), basvuru.text(), answer == null ? "" : answer.text()))
                .param("name", names(basvuru.applicant()))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String number, String text) {
        jdbc.sql("update basvuru_arama set sozler = substring(sozler || :words, 1, " + LONGEST
                        + ") where number = :number")
                .param("number", number)
                .param("words", SearchText.of(text))
                .update();
    }

    private static String names(Applicant applicant) {
        return names(applicant.firstName(), applicant.lastName(), applicant.title(), applicant.representative());
    }

    static String names(@Nullable String... names) {
        return SearchText.ofNames(Stream.of(names).filter(Objects::nonNull));
    }
}
