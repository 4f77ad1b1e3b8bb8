package tr.muhatap.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationTest {

    private static final String HEADER = "birim,birim_ad,konu,konu_ad\n";

    @Test
    void theOfficialListIsRead() {
        var organization = new Organization();

        assertThat(organization.units())
                .hasSize(24)
                .startsWith(new Unit("toplu-ulasim", "Toplu Ulaşım"))
                .endsWith(new Unit("mali-idari", "Mali Hizmetler, İnsan Kaynakları ve Bilgi İşlem"));
        assertThat(organization.topics()).hasSize(83);
        assertThat(organization.topic("yol-cukur")).contains(new Topic("yol-cukur", "Yolda çukur", "yol-bakim"));
        assertThat(organization.unit("fen-isleri")).contains(new Unit("fen-isleri", "Fen İşleri"));
        assertThat(organization.topics())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(organization.unit(topic.unit())).isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ÇUKUR | Yolda çukur",
                "cukur | Yolda çukur",
                "  Çuk | Yolda çukur",
                "ISIRMA | Hayvan ısırması",
                "isirma | Hayvan ısırması",
                "Isır | Hayvan ısırması",
                "IŞYERİ | İş yeri ruhsatı",
                "iş yeri | İş yeri ruhsatı",
                "ÜSTGEÇİT | Üst geçit",
                "işyeri ruhsati | İş yeri ruhsatı",
                "su f | Su faturası",
                "ruhsat iş | İş yeri ruhsatı",
                "BASKIN | Su baskını"
            })
    void aTopicIsFoundByTheBeginningsOfItsWordsHoweverTheyAreTyped(String typed, String name) {
        assertThat(new Organization().topicsLike(typed)).extracting(Topic::name).containsExactly(name);
    }

    @Test
    void manyTopicsComeTheLikeliestFirstAndInsideAWordOnlyWhereNothingElseFits() {
        var organization = new Organization();

        assertThat(organization.topicsLike("su"))
                .extracting(Topic::name)
                .contains("Su arızası", "Yeşil alan sulama", "Tarımsal sulama")
                .doesNotContain("Seyahat kartı başvurusu")
                .endsWith("Tarımsal sulama");
        assertThat(organization.topicsLike("vurusu"))
                .extracting(Topic::name)
                .containsExactly("Seyahat kartı başvurusu", "İş başvurusu");
        assertThat(organization.topicsLike("  ")).isEmpty();
        assertThat(organization.topicsLike("uzay mekiği")).isEmpty();
    }

    @Test
    void unknownCodesAreEmpty() {
        assertThat(new Organization().unit("yok")).isEmpty();
        assertThat(new Organization().topic("yok")).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,A,b,B,C\n' | line 2 needs a value",
                "'a,A,b,\n' | line 2 needs a value",
                "'a,A,b,B\na,Başka,c,C\n' | line 3: unit a has two names",
                "'a,A,b,B\nc,C,b,B\n' | line 3: topic b is there twice",
                "'A b,A,b,B\n' | line 2: \"A b\" is no code",
                "'a,\"A,b,B\n' | is broken",
                "'' | it has no unit"
            })
    void aBrokenListStopsTheStartAndSaysWhere(String lines, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Organization(new StringReader(HEADER + lines)))
                .withMessageContaining("birimler-konular.csv")
                .withMessageContaining(why);
    }

    @Test
    void aListWithOtherColumnsIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Organization(new StringReader("birim,konu\na,b\n")))
                .withMessageContaining("expected [birim, birim_ad, konu, konu_ad]");
    }
}
