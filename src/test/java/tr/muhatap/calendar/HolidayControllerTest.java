package tr.muhatap.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.problem.ProblemAdviceFixture;

class HolidayControllerTest {

    private MockMvc mvc;

    @BeforeEach
    void givenTheOfficialList() {
        var database = HolidayDatabaseFixture.emptyTable();
        var holidays = new Holidays(
                new HolidayStore(JdbcClient.create(database), new CurrentUser(), change -> {}, Clock.systemUTC()),
                CountingRules.DEFAULT,
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                System::nanoTime);
        mvc = MockMvcBuilders.standaloneSetup(new HolidayController(new HolidayTable(
                        holidays,
                        new StaticListableBeanFactory().getBeanProvider(OpenLimits.class),
                        new TransactionTemplate(new DataSourceTransactionManager(database)))))
                .setControllerAdvice(ProblemAdviceFixture.advice())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                        .featuresToDisable(
                                com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build()))
                .build();
    }

    @Test
    void aDayIsRead() throws Exception {
        mvc.perform(get("/api/v1/holidays/2026-10-28"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.date").value("2026-10-28"))
                .andExpect(jsonPath("$.name").value("Cumhuriyet Bayramı arifesi"))
                .andExpect(jsonPath("$.half").value(true))
                .andExpect(jsonPath("$.leave").value(false));
    }

    @Test
    void aYearIsListed() throws Exception {
        mvc.perform(get("/api/v1/holidays?year=2026"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(17))
                .andExpect(jsonPath("$[0].date").value("2026-01-01"));
        mvc.perform(get("/api/v1/holidays?year=1999"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void aDayIsEnteredReplacedAndTakenOut() throws Exception {
        mvc.perform(put("/api/v1/holidays/2026-06-03")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\" İdari izin \",\"leave\":true}"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/v1/holidays/2026-06-03"))
                .andExpect(jsonPath("$.name").value("İdari izin"))
                .andExpect(jsonPath("$.half").value(false))
                .andExpect(jsonPath("$.leave").value(true));
        mvc.perform(put("/api/v1/holidays/2026-06-03")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"Seçim\",\"half\":true,\"leave\":false}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.half").value(true));
        mvc.perform(delete("/api/v1/holidays/2026-06-03")).andExpect(status().isNoContent());
        mvc.perform(get("/api/v1/holidays/2026-06-03"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("2026-06-03 tatil tablosunda yok."));
        mvc.perform(delete("/api/v1/holidays/2026-06-03")).andExpect(status().isNotFound());
    }

    @Test
    void anEntryThatWasReadCanBeSentBackToItsOwnDayOnly() throws Exception {
        var entry = mvc.perform(get("/api/v1/holidays/2026-10-28"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        mvc.perform(put("/api/v1/holidays/2026-10-28")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(entry))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Cumhuriyet Bayramı arifesi"));
        mvc.perform(put("/api/v1/holidays/2026-10-27")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(entry))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("date"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Tatilin adı verilmelidir.",
                "{\"name\":\"  \"} | Tatilin adı verilmelidir.",
                "{\"name\":\"a\\u0007b\"} | Tatilin adında görünmeyen karakter (sekme vb.) olamaz."
            })
    void aFaultyNameIsRefused(String body, String message) throws Exception {
        mvc.perform(put("/api/v1/holidays/2026-06-03")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("name"))
                .andExpect(jsonPath("$.errors[0].message").value(message));
    }

    @Test
    void aNameHasAtMostTwoHundredCharacters() throws Exception {
        mvc.perform(put("/api/v1/holidays/2026-06-03")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"" + "ş".repeat(201) + "\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("200")));
        mvc.perform(put("/api/v1/holidays/2026-06-03")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\" " + "ş".repeat(200) + " \"}"))
                .andExpect(status().isCreated());
    }

    @Test
    void everyFaultOfAnEntryIsNamedAtOnce() throws Exception {
        mvc.perform(put("/api/v1/holidays/1999-12-31")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field").value(org.hamcrest.Matchers.contains("date", "name")));
    }

    @Test
    void aNameIsCountedAsPeopleCountLetters() throws Exception {
        mvc.perform(put("/api/v1/holidays/2026-06-03")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"" + "😀".repeat(200) + "\"}"))
                .andExpect(status().isCreated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2101-01-01"})
    void aMistypedYearIsRefused(String date) throws Exception {
        mvc.perform(put("/api/v1/holidays/" + date)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"Yılbaşı\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2100-12-31"})
    void theYearsBetweenAreTaken(String date) throws Exception {
        mvc.perform(put("/api/v1/holidays/" + date)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"Yılbaşı\"}"))
                .andExpect(status().isCreated());
    }

    @Test
    void whatIsNoDateIsNamed() throws Exception {
        mvc.perform(get("/api/v1/holidays/2026-02-30"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("date"));
    }

    @Test
    void onlyWhoOwnsTheProcessMayChangeTheTable() {
        assertThat(Arrays.stream(HolidayController.class.getDeclaredMethods())
                        .filter(method -> method.getName().equals("put")
                                || method.getName().equals("delete")))
                .hasSize(2)
                .allSatisfy(method -> assertThat(
                                method.getAnnotation(PreAuthorize.class).value())
                        .isEqualTo("hasAnyAuthority('surec-sahibi', 'camunda-admin')"));
    }
}
