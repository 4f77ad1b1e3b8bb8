package tr.muhatap.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

class KnownAnswersTest {

    @Test
    void aClosedTopicIsNotChosen() {
        var organization = mock(Organization.class);
        when(organization.topic("eski"))
                .thenReturn(Optional.of(new Organization().topics().get(0)));
        var user = mock(CurrentUser.class);
        when(user.isIn(any(String[].class))).thenReturn(true);
        var answers = new KnownAnswers(mock(JdbcClient.class), organization, user, Clock.systemUTC());

        assertThatThrownBy(() -> answers.add(new KnownAnswers.Typed("Ne zaman?", "Pazartesi.", "eski", null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        faulty -> assertThat(faulty.errors())
                                .extracting(FieldError::field)
                                .containsExactly("topic"));
    }
}
