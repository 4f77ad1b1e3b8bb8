package tr.muhatap.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.server.ResponseStatusException;

class ProblemAdviceTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Endpoint(), new Page())
            .setControllerAdvice(new ProblemAdvice())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(
                    Jackson2ObjectMapperBuilder.json().build()))
            .build();

    /** MockMvc leaves its request behind where an exception passes through. */
    @AfterEach
    void endRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void invalidInputNamesEveryField() throws Exception {
        mvc.perform(get("/api/fails/invalid"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("Girdi geçersiz"))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.detail").value(containsString("2 alan hatalı")))
                .andExpect(jsonPath("$.errors[0].field").value("kanal"))
                .andExpect(jsonPath("$.errors[0].message").value("Kanal verilmelidir."))
                .andExpect(jsonPath("$.errors[1].field").value("text"));
    }

    @ParameterizedTest
    @CsvSource({"rule, TEST_KURALI", "stale, KAYIT_DEGISTI"})
    void refusalsCarryTheCodeOfTheirRule(String what, String code) throws Exception {
        mvc.perform(get("/api/fails/" + what))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value(code));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "rule,     409, Süre uzatımı ikinci kez yapılamaz.",
        "missing,  404, Başvuru bulunamadı.",
        "stale,    409, Kayıt bu arada başka bir kullanıcı tarafından değiştirildi. Sayfayı yenileyip yeniden deneyin.",
        "teapot,   503, Gönderim kapalı."
    })
    void expectedRefusalsAnswerWithTheirOwnWords(String what, int status, String detail) throws Exception {
        mvc.perform(get("/api/fails/" + what))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(detail));
    }

    @Test
    void theUnexpectedTellsNothingOfTheInside() throws Exception {
        mvc.perform(get("/api/fails/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("Beklenmeyen hata"))
                .andExpect(content().string(not(containsString("parola"))))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void accessDeniedIsLeftToSpringSecurity() {
        assertThatThrownBy(() -> mvc.perform(get("/api/fails/denied")))
                .hasRootCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPageKeepsItsOwnErrors() throws Exception {
        assertThatThrownBy(() -> mvc.perform(get("/page/bug"))).hasRootCauseInstanceOf(IllegalStateException.class);
        mvc.perform(get("/page/missing"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"YOK\"} | kind | Şunlardan biri olmalıdır: TALEP, SIKAYET.",
                "{\"on\":\"2026-02-30\"} | on | YYYY-AA-GG biçiminde, takvimde bulunan bir gün olmalıdır.",
                "{\"at\":\"2026-02-03T10:00:00\"} | at | Saat farkı taşıyan bir ISO 8601 anı olmalıdır, örneğin 2026-05-18T10:15:00+03:00.",
                "{\"half\":\"belki\"} | half | true ya da false olmalıdır.",
                "{\"pages\":\"çok\"} | pages | Tam sayı olmalıdır.",
                "{\"inner\":[{\"latitude\":1},{\"latitude\":\"x\"}]} | inner[1].latitude | Sayı olmalıdır.",
                "{\"name\":{\"a\":1}} | name | Metin olmalıdır.",
                "{\"inner\":{\"a\":1}} | inner | Değer beklenen biçimde değil."
            })
    void anUnreadableFieldIsNamed(String body, String field, String message) throws Exception {
        mvc.perform(post("/api/body").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.title").value("İstek okunamadı"))
                .andExpect(jsonPath("$.detail").value(field + ": " + message))
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(message));
    }

    @ParameterizedTest(name = "<{0}>")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": | Gönderilen içerik JSON olarak çözülemedi (satır 1, sütun 9).",
                "'' | İstek gövdesi boş ya da okunamıyor; JSON bekleniyor.",
                "[] | Gönderilen içerik beklenen yapıda değil."
            })
    void whatIsNoJsonOrOfAnotherShapeIsSaid(String body, String detail) throws Exception {
        mvc.perform(post("/api/body").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(detail))
                .andExpect(jsonPath("$.errors").doesNotExist());
    }

    @Test
    void whatAValueItselfRefusesIsInvalidInput() throws Exception {
        mvc.perform(post("/api/body").contentType(MediaType.APPLICATION_JSON).content("{\"pages\":-1}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("pages"));
    }

    @Test
    void beanValidationNamesTheField() throws Exception {
        mvc.perform(post("/api/body").contentType(MediaType.APPLICATION_JSON).content("{\"name\":\" \"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("name"))
                .andExpect(jsonPath("$.errors[0].message").value("Ad verilmelidir."));
    }

    @Test
    void anUnreadableOrMissingParameterIsNamed() throws Exception {
        mvc.perform(get("/api/parameters/3?on=dün"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("on"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("YYYY-AA-GG")));
        mvc.perform(get("/api/parameters/x?on=2026-01-01"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("number"))
                .andExpect(jsonPath("$.errors[0].message").value("Tam sayı olmalıdır."));
        mvc.perform(get("/api/parameters/3"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("on: Verilmelidir."))
                .andExpect(jsonPath("$.errors[0].field").value("on"));
    }

    @Test
    void theWebsOwnRefusalsAreTurkishToo() throws Exception {
        mvc.perform(delete("/api/body"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("Yöntem desteklenmiyor"))
                .andExpect(jsonPath("$.detail").value(containsString("desteklemiyor")));
        mvc.perform(post("/api/body").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.detail").value(containsString("application/json")));
    }

    @Test
    void everyStatusHasATurkishTitle() {
        for (var status : HttpStatus.values()) {
            assertThat(Problems.title(status)).isNotBlank();
            assertThat(Problems.defaultDetail(status)).endsWith(".");
        }
    }

    enum Kind {
        TALEP,
        SIKAYET
    }

    record Inner(@Nullable Double latitude) {}

    record Body(
            @NotBlank(message = "Ad verilmelidir.") @Nullable
            String name,

            @Nullable Kind kind,
            @Nullable LocalDate on,
            @Nullable OffsetDateTime at,
            @Nullable Boolean half,
            @Nullable Integer pages,
            @Nullable List<Inner> inner) {
        Body {
            if (pages != null && pages < 0) {
                throw new InvalidInputException("pages", "Sayfa sayısı eksi olamaz.");
            }
        }
    }

    @RestController
    static class Endpoint {

        @GetMapping("/api/fails/{what}")
        String fail(@PathVariable String what) {
            throw switch (what) {
                case "invalid" ->
                    new InvalidInputException(List.of(
                            new FieldError("kanal", "Kanal verilmelidir."), new FieldError("text", "Metin uzun.")));
                case "rule" ->
                    new RuleViolationException(TestRefusal.TEST_KURALI, "Süre uzatımı ikinci kez yapılamaz.");
                case "missing" -> new NotFoundException("Başvuru bulunamadı.");
                case "stale" -> new OptimisticLockingFailureException("version 3");
                case "teapot" -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Gönderim kapalı.");
                case "denied" -> new AccessDeniedException("no");
                default -> new IllegalStateException("parola=gizli");
            };
        }

        @PostMapping("/api/body")
        String take(@RequestBody @Valid Body body) {
            return "tamam";
        }

        @GetMapping("/api/parameters/{number}")
        String parameters(@PathVariable int number, @RequestParam LocalDate on) {
            return "tamam";
        }
    }

    @Controller
    static class Page {

        @GetMapping("/page/bug")
        String bug() {
            throw new IllegalStateException("bug");
        }

        @GetMapping("/page/missing")
        String missing() {
            throw new NotFoundException("Sayfa yok.");
        }
    }

    private enum TestRefusal implements RefusalCode {
        TEST_KURALI
    }
}
