package tr.muhatap.takip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruFixture;
import tr.muhatap.channel.Channel;

class TrackingCodesTest {

    private final TrackingCodes codes = new TrackingCodes(
            new TrackingKey(new TrackingSettings("a key of a test, thirty-two characters"), mock(JdbcClient.class)));

    @Test
    void noTwoAreAlikeAndNoneHasALetterThatLooksLikeAnother() {
        var seen = new HashSet<String>();

        for (int i = 0; i < 1_000; i++) {
            String code = code(BasvuruFixture.registered("2026-" + i, Channel.CIMER, null));
            assertThat(code).matches("[A-HJ-NP-Z2-9]{12}");
            seen.add(code);
        }

        assertThat(seen).hasSize(1_000);
    }

    @Test
    void anotherKeyGivesOtherCodes() {
        var basvuru = BasvuruFixture.registered(Channel.CIMER);
        var others = new TrackingCodes(
                new TrackingKey(new TrackingSettings("another key, thirty-two characters"), mock(JdbcClient.class)));

        assertThat(others.isOf(basvuru, code(basvuru))).isFalse();
        assertThat(codes.isOf(basvuru, code(basvuru).toLowerCase(Locale.ROOT))).isTrue();
    }

    @Test
    void aRenewedCodeEndsTheOneBefore() {
        var basvuru = BasvuruFixture.registered(Channel.CIMER);
        String before = code(basvuru);

        BasvuruFixture.renewCode(basvuru);

        assertThat(codes.isOf(basvuru, before)).isFalse();
        assertThat(codes.isOf(basvuru, code(basvuru))).isTrue();
        assertThat(codes.atRegistration(basvuru)).isNull();
    }

    private String code(Basvuru basvuru) {
        return String.valueOf(codes.of(basvuru));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABCDEFGH2345",
                "abcd-efgh-2345",
                " ABCD EFGH 2345 ",
                "abcdefgh2345",
                "ABCD\u00a0EFGH–2345",
                "\u200bABCDEFGH2345"
            })
    void howeverItIsTypedItIsTheSame(String typed) {
        assertThat(TrackingCodes.normalized(typed)).isEqualTo("ABCDEFGH2345");
    }
}
