package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on bir karak",
                "doğru at pil zımba",
                "yalnizcaharfler",
                "730184629517",
                "🙂🙃😉😊😇🥰😍🤩😘😗☺😚",
                "Uzun-Parola-2026"
            })
    void whatIsLongAndNotCommonIsTakenWhateverItIsComposedOf(String password) {
        assertThat(PasswordRule.fault(password, "hulya")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "PASSWORD1234",
                "123456789012",
                "qwertyuiop12",
                "qwertyuiopas",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "Parola123456",
                "Şifre1234567",
                "Galatasaray1905"
            })
    void theCommonestAreRefused(String password) {
        assertThat(PasswordRule.fault(password, "hulya")).contains("bilinen");
    }

    @Test
    void theLengthIsCountedInCharacters() {
        String longest = "doğru at pil zımba ".repeat(7).substring(0, 128);

        assertThat(PasswordRule.fault("on bir kara", "hulya")).contains("en az 12");
        assertThat(PasswordRule.fault("🙂🙃😉😊😇🥰", "hulya")).contains("en az 12");
        assertThat(PasswordRule.fault(longest.replace("doğru at pil zımba doğru", "x".repeat(24)), "hulya"))
                .isNull();
        assertThat(PasswordRule.fault(longest + "x", "hulya")).contains("en çok 128");
    }

    @Test
    void theUsersOwnNameIsNoPassword() {
        assertThat(PasswordRule.fault("Hülya.Işıkçı", "hulya.isikci")).contains("kullanıcı adı");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sistem",
                "SİSTEM",
                "SISTEM",
                "Sistem.",
                "s-i-s-t-e-m",
                "vatandaş",
                "VATANDAŞ",
                "vatandas",
                "Vatandas_",
                "anonymousUser",
                "*",
                "",
                "a b",
                "a\nb",
                "a\u0000",
                "hülya"
            })
    void namesThatAreReservedOrCannotBeReadAreRefused(String name) {
        assertThat(UserNames.fault(name)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hulya.isik", "sistemci", "vatandas-masasi", "a@b.example", "H_1"})
    void otherNamesAreTaken(String name) {
        assertThat(UserNames.fault(name)).isNull();
    }
}
