package tr.muhatap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;

class EngineRefusalTest {

    static Stream<Arguments> conflicts() {
        return Stream.of(
                Arguments.of(
                        "SON_SISTEM_YONETICISI",
                        new ProcessEngineException(
                                "behind a listener",
                                new RuleViolationException(EngineRefusalCode.SON_SISTEM_YONETICISI, "Olmaz."))),
                Arguments.of("IS_USTLENILMIS", new TaskAlreadyClaimedException("task", "ayse")),
                Arguments.of("BASVURU_DEGISTI", new OptimisticLockingException("collision")),
                Arguments.of("KAYIT_VAR_YA_DA_BAGLI", new ProcessEngineException(new SQLException("key", "23505"))),
                Arguments.of(
                        "ISTEK_YERINE_GETIRILEMEDI", new RestException(Response.Status.CONFLICT, "in English words")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conflicts")
    void everyConflictNamesItsRule(String code, Exception failure) {
        assertThat(answer(failure)).containsEntry("status", 409).containsEntry("code", code);
    }

    @Test
    void faultyInputNamesItsFields() {
        var error = new FieldError("birim", "Birim seçilmedi.");
        assertThat(answer(new ProcessEngineException(new InvalidInputException(List.of(error)))))
                .containsEntry("status", 422)
                .containsEntry("errors", List.of(error))
                .containsEntry("message", "Birim seçilmedi.")
                .doesNotContainKey("code");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answer(Exception failure) {
        try (var response = new RefusalMappers.RefusalMapper().toResponse(failure)) {
            return (Map<String, Object>) response.getEntity();
        }
    }
}
