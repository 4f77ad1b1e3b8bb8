package tr.muhatap.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.ChannelCases;
import tr.muhatap.problem.ProblemAdviceFixture;

class DeadlineControllerTest {

    private static final ServiceStandards STANDARDS = new ServiceStandardsFixture();

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new DeadlineController(new Deadlines(STANDARDS, HolidaysFixture.workingDays()), STANDARDS))
            .setControllerAdvice(ProblemAdviceFixture.advice())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                    .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()))
            .build();

    @Test
    void aLimitIsShownWithItsDerivation() throws Exception {
        mvc.perform(get("/api/v1/deadlines?channel=BILGI_EDINME&receivedOn=2026-05-26"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.limit").value(15))
                .andExpect(jsonPath("$.unit").value("IS_GUNU"))
                .andExpect(jsonPath("$.lastDay").value("2026-06-19"))
                .andExpect(jsonPath("$.lateFrom").value("2026-06-20T00:00:00+03:00"))
                .andExpect(jsonPath("$.basis").value("4982 md. 11"))
                .andExpect(jsonPath("$.steps[0].date").value("2026-05-27"))
                .andExpect(jsonPath("$.steps[0].day").isEmpty())
                .andExpect(jsonPath("$.steps[0].note").value("Kurban Bayramı 1. gün"))
                .andExpect(jsonPath("$.steps[5].day").value(1))
                .andExpect(jsonPath("$.steps[5].note").isEmpty())
                .andExpect(jsonPath("$.steps.length()").value(24));
    }

    @Test
    void anUnknownChannelIsAnsweredWithThoseThatThereAre() throws Exception {
        mvc.perform(get("/api/v1/deadlines?channel=YOK&receivedOn=2026-05-18"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("BILGI_EDINME, CIMER, ACIK_KAPI")));
    }

    @Test
    void anExtendedLimitIsAskedFor() throws Exception {
        mvc.perform(get("/api/v1/deadlines?channel=BILGI_EDINME&receivedOn=2026-05-18&extended=true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.limit").value(30))
                .andExpect(jsonPath("$.lastDay").value("2026-07-03"));
    }

    /** By whatever channel: the earlier limit governs, and once extended that of 4982 alone. */
    @ParameterizedTest
    @MethodSource(ChannelCases.NOT_4982)
    void anInformationRequestHasBothLimits(Channel channel) throws Exception {
        String asked = "/api/v1/deadlines?channel=" + channel + "&kind=BILGI_ISTEMI&receivedOn=2026-05-18";
        mvc.perform(get(asked))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unit").value("GUN"))
                .andExpect(jsonPath("$.periodOf").value("OFFICE"))
                .andExpect(jsonPath("$.otherDeadline.limit").value(15))
                .andExpect(jsonPath("$.otherDeadline.unit").value("IS_GUNU"))
                .andExpect(jsonPath("$.otherDeadline.lastDay").value("2026-06-12"));
        mvc.perform(get(asked + "&extended=true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.limit").value(30))
                .andExpect(jsonPath("$.lastDay").value("2026-07-03"))
                .andExpect(jsonPath("$.steps.length()").value(46))
                .andExpect(jsonPath("$.otherDeadline").doesNotExist());
        mvc.perform(get(asked.replace("BILGI_ISTEMI", "SIKAYET")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.otherDeadline").doesNotExist());
        mvc.perform(get(asked.replace("BILGI_ISTEMI", "SIKAYET") + "&extended=true"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(get(asked.replace("BILGI_ISTEMI", "YOK"))).andExpect(status().is4xxClientError());
    }

    @Test
    void theKindsAreThoseOfTheRecord() {
        assertThat(DeadlineController.AskedKind.values())
                .extracting(Enum::name)
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Enum::name).toList());
    }

    /** As the extension itself is refused. */
    @ParameterizedTest
    @MethodSource(ChannelCases.NOT_4982)
    void whereThereIsNothingToExtendNoExtendedLimitIsTold(Channel channel) throws Exception {
        mvc.perform(get("/api/v1/deadlines?channel=" + channel + "&receivedOn=2026-05-18&extended=true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].field").value("extended"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("uzatılamaz")));
        mvc.perform(get("/api/v1/deadlines?channel=" + channel + "&receivedOn=2026-05-18&extended=false"))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({"2032-12-28", "2099-01-01", "9999-12-31", "2019-01-01"})
    void aDateBeyondTheTableIsRefusedNamingIt(String receivedOn) throws Exception {
        mvc.perform(get("/api/v1/deadlines?channel=CIMER&receivedOn=" + receivedOn))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("receivedOn"))
                .andExpect(jsonPath("$.detail").value(containsString("Tatil tablosunda")));
    }

    @ParameterizedTest
    @CsvSource({
        "'?receivedOn=2026-05-18',                            channel",
        "'?channel=CIMER',                                    receivedOn",
        "'?channel=FAKS&receivedOn=2026-05-18',               channel",
        "'?channel=CIMER&receivedOn=18.05.2026',              receivedOn",
        "'?channel=CIMER&receivedOn=2026-02-30',              receivedOn",
        "'?channel=CIMER&receivedOn=2026-05-18&extended=x',   extended"
    })
    void aFaultyParameterIsNamed(String query, String field) throws Exception {
        mvc.perform(get("/api/v1/deadlines" + query))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void theTableIsShownAsTheDecisionTableHasIt() throws Exception {
        mvc.perform(get("/api/v1/service-standards"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(8))
                .andExpect(jsonPath("$[0].channel").value("BILGI_EDINME"))
                .andExpect(jsonPath("$[0].limit").value(15))
                .andExpect(jsonPath("$[1].extended").value(true))
                .andExpect(jsonPath("$[1].limit").value(30));
    }
}
