package tr.muhatap.intake.cagri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of each telephone system, as its maker documents them. */
class TelephoneSystemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "verimor|event_type=ringing,call_uuid=u1,direction=inbound,caller_id_number=05321112233,destination_number=153,dialed_user=101"
                        + "|u1|CALIYOR|false|05321112233|101",
                "verimor|event_type=answer,call_uuid=u1,direction=inbound,caller_id_number=05321112233,dialed_user=101,connected_user=102"
                        + "|u1|KONUSULUYOR|false|05321112233|102",
                "verimor|event_type=hangup,call_uuid=u1,direction=outbound,caller_id_number=101,destination_number=05321112233"
                        + "|u1|BITTI|true|05321112233|-",
                "verimor|event_type=user_hangup,call_uuid=u1,direction=inbound|u1|-|false|-|-",
                "bulutfon|event_type=call_init,uuid=u2,direction=IN,caller=905321112233,callee=903520000000"
                        + "|u2|CALIYOR|false|905321112233|-",
                "bulutfon|event_type=missing_call,uuid=u2,direction=IN,caller=905321112233|u2|BITTI|false|905321112233|-",
                "bulutfon|event_type=call_hangup,uuid=u2,direction=OUT,caller=903520000000,callee=905321112233"
                        + "|u2|BITTI|true|905321112233|-",
                "hipcall|event=call::init,data.uuid=u3,data.direction=inbound,data.caller_number=+905321112233,data.user_id=7"
                        + "|u3|CALIYOR|false|+905321112233|7",
                "hipcall|event=call_hangup,data.uuid=u3,data.direction=outbound,data.callee_number=+905321112233"
                        + "|u3|BITTI|true|+905321112233|-",
                "alotech|call_id=u4,caller_id=5321112233,called_num=153,agent_username=operator|u4|CALIYOR|false|5321112233|operator",
                "alotech|call_id=u4,caller_id=5321112233,duration=33,disposition=ANSWERED|u4|BITTI|false|5321112233|-",
                "netgsm|unique_id=u5,customer_num=05321112233,internal_num=11,pbx_num=153|u5|CALIYOR|false|05321112233|11",
                "netgsm|unique_id=u5,customer_num=05321112233,type=hangup|u5|BITTI|false|05321112233|-"
            })
    void isReadByItsOwnNames(
            String system,
            String fields,
            String id,
            CallStage stage,
            boolean outbound,
            String phone,
            String extension) {
        var event =
                TelephoneSystem.find(system).orElseThrow().read(fields(fields)).orElseThrow();

        assertThat(event).isEqualTo(new CallEvent(id, stage, outbound, phone, extension, null, event.spoken()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "alotech|call_id=u,duration=33|33",
                "alotech|call_id=u,duration=0|0",
                "alotech|call_id=u,duration=otuz|-",
                "hipcall|event=call_hangup,data.uuid=u,data.call_duration=61|61",
                "hipcall|event=call_hangup,data.uuid=u,data.call_duration=61,data.missing_call=true|0",
                "hipcall|event=call_hangup,data.uuid=u|-",
                "bulutfon|event_type=missing_call,uuid=u|0",
                "bulutfon|event_type=call_hangup,uuid=u,missing_call=1|0",
                "bulutfon|event_type=call_hangup,uuid=u|-",
                "bulutfon|event_type=call_hangup,uuid=u,cdr.answer_time=0,cdr.hangup_time=1748775612000000|0",
                "bulutfon|event_type=call_hangup,uuid=u,cdr.answer_time=1748775600000000,cdr.hangup_time=1748775612000000|12",
                "bulutfon|event_type=call_hangup,uuid=u,cdr.answer_time=1748775612,cdr.hangup_time=1748775600|-",
                "verimor|event_type=hangup,call_uuid=u,duration=5|-"
            })
    void theLastEventSaysHowLongWasSpoken(String system, String fields, Long seconds) {
        assertThat(TelephoneSystem.find(system)
                        .orElseThrow()
                        .read(fields(fields))
                        .orElseThrow()
                        .spoken())
                .isEqualTo(seconds);
    }

    @Test
    void callsWithinTheOfficeAreRecognised() {
        assertThat(TelephoneSystem.isInternal(Map.of("direction", "internal"))).isTrue();
        assertThat(TelephoneSystem.isInternal(Map.of("data.direction", "Internal")))
                .isTrue();
        for (var direction : new String[] {"inbound", "IN", "outbound", "OUT", ""}) {
            assertThat(TelephoneSystem.isInternal(Map.of("direction", direction)))
                    .as(direction)
                    .isFalse();
        }
    }

    @Test
    void whatNamesNoCallIsNone() {
        for (var system : TelephoneSystem.values()) {
            assertThat(system.read(Map.of())).as(system.name()).isEmpty();
            assertThat(system.read(fields("call_uuid= ,uuid=,data.uuid=,call_id=,unique_id=" + "x".repeat(81))))
                    .isEmpty();
        }
        assertThat(TelephoneSystem.find("VERIMOR")).isEmpty();
        assertThat(TelephoneSystem.find("baska")).isEmpty();
    }

    @Test
    void whateverComesIsShortAndShowsItself() {
        var random = new Random(20_260_518);
        String letters = "aZ0+=&\u0000\u202e\u00e7\ud83d\ude00\n ";
        for (int time = 0; time < Integer.getInteger("muhatap.fuzz", 2_000); time++) {
            var fields = new HashMap<String, String>();
            for (var name : new String[] {"call_uuid", "event_type", "caller_id_number", "direction", "dialed_user"}) {
                var value = new StringBuilder();
                for (int at = random.nextInt(60); at > 0; at--) {
                    value.append(letters.charAt(random.nextInt(letters.length())));
                }
                fields.put(name, value.toString());
            }
            TelephoneSystem.VERIMOR.read(fields).ifPresent(event -> {
                assertThat(event.callId())
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(80)
                        .doesNotContain("\u0000", "\u202e");
                if (event.phone() != null) {
                    assertThat(event.phone()).hasSizeLessThanOrEqualTo(40);
                }
            });
        }
    }

    private static Map<String, String> fields(String written) {
        var fields = new HashMap<String, String>();
        for (var field : written.split(",")) {
            fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return fields;
    }
}
