package tr.muhatap.takip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruFixture;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Incoming;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Submission;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.rate.RateLimits;

/** Whoever types number and digits learns from no answer whether they were right. */
class LostCodesTest {

    private static final String PHONE = "+905321112233";
    private static final String LANDLINE = "+903522223344";

    private final List<String> done = new ArrayList<>();
    private final BasvuruRegister register = mock(BasvuruRegister.class);
    private final RateLimits limits = mock(RateLimits.class);
    private boolean confirmed = true;

    private final CodeDelivery delivery = new CodeDelivery() {
        @Override
        public Optional<String> recipient(Basvuru basvuru) {
            return Optional.ofNullable(basvuru.applicant().phone()).filter(PHONE::equals);
        }

        @Override
        public boolean isConfirmed(Basvuru basvuru) {
            return confirmed;
        }

        @Override
        public void askToConfirm(Basvuru basvuru) {
            done.add("asked");
        }
    };

    private void send(@Nullable String phone, String digits) {
        var basvuru = BasvuruFixture.registered(
                Channel.BILGI_EDINME,
                Submission.ELEKTRONIK,
                Kind.BILGI_ISTEMI,
                BasvuruFixture.person(phone, null, "Gül Sokak 1"),
                new Incoming(null, null, null, null, null));
        when(register.find(anyString())).thenReturn(Optional.of(basvuru));
        Mockito.doAnswer(call -> done.add("renewed")).when(register).renewCode(anyString(), anyString());
        Mockito.doAnswer(call -> done.add("counted")).when(limits).wrongCode();
        new LostCodes(register, delivery, limits).send("2026-000123", digits);
    }

    @Test
    void rightDigitsRenewTheCode() {
        send(PHONE, "2233");
        assertThat(done).containsExactly("renewed");
    }

    @Test
    void anUnconfirmedAddressIsAskedAndTheOldCodeStays() {
        confirmed = false;
        send(PHONE, "2233");
        assertThat(done).containsExactly("asked");
    }

    @Test
    void aFullBucketAnswersAsAWrongGuessDoes() {
        Mockito.doThrow(new TooManyRequestsException(java.time.Duration.ofMinutes(1)))
                .when(limits)
                .requireRecipients(PHONE);
        send(PHONE, "2233");
        send(PHONE, "0000");
        assertThat(done).containsExactly("counted", "counted");
    }

    @Test
    void whoCannotBeSentACodeKeepsTheOldOne() {
        send(LANDLINE, "3344");
        assertThat(done).containsExactly("counted");
    }
}
