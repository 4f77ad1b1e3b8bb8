package tr.muhatap.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.takip.TrackingCodes;

class InquiryAnswersTest {

    private final RateLimits rates = mock(RateLimits.class);
    private final InquiryAnswers answers = new InquiryAnswers(
            mock(InquiryStore.class),
            mock(BasvuruRegister.class),
            mock(Attachments.class),
            mock(TrackingCodes.class),
            rates,
            mock(TransactionTemplate.class),
            mock(ApplicationEventPublisher.class),
            Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aMissingTokenIsNoGuess(String token) {
        assertThat(answers.open(token)).isEmpty();
        assertThatThrownBy(() -> answers.answer(token, Map.of(), Map.of(), true))
                .isInstanceOf(NotFoundException.class);

        verify(rates, never()).wrongCode();
    }

    @Test
    void aWrongTokenIsOne() {
        assertThat(answers.open("yok")).isEmpty();
        assertThatThrownBy(() -> answers.answer("yok", Map.of(), Map.of(), true))
                .isInstanceOf(NotFoundException.class);

        verify(rates, times(2)).wrongCode();
    }
}
