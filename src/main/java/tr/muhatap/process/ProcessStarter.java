package tr.muhatap.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.channel.Channel;

/**
 * Starts the channel's process, or that of 4982 for requests for information, in the transaction that registers or
 * reopens the application: both, or neither.
 */
@Component
class ProcessStarter {

    private final RuntimeService runtimeService;

    ProcessStarter(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    @EventListener
    void start(BasvuruEvent.Alindi registered) {
        start(
                registered.number(),
                registered.channel(),
                registered.kind(),
                registered.topic(),
                registered.lateFrom(),
                registered.needsReview());
    }

    @EventListener
    void start(BasvuruEvent.YenidenAcildi reopened) {
        start(reopened.number(), reopened.channel(), reopened.kind(), reopened.topic(), reopened.lateFrom(), true);
    }

    @EventListener
    void start(BasvuruEvent.MuracaatAlindi filed) {
        var variables = Variables.createVariables()
                .putValue(ProcessNames.Variables.BASVURU_NO, filed.number())
                .putValue(ProcessNames.Variables.MURACAAT_YERI, filed.place().name())
                .putValue(ProcessNames.Variables.GEC_SAATI, Date.from(filed.lateFrom()));
        if (filed.topic() != null) {
            variables.putValue(ProcessNames.Variables.KONU, filed.topic());
        }
        runtimeService.startProcessInstanceByKey(ProcessNames.Keys.MURACAAT, filed.number(), variables);
    }

    private void start(
            String number,
            Channel channel,
            @Nullable Kind kind,
            @Nullable String topic,
            Instant lateFrom,
            boolean needsReview) {
        var handledAs = channel.handledAs(kind == Kind.BILGI_ISTEMI);
        var variables = Variables.createVariables()
                .putValue(ProcessNames.Variables.BASVURU_NO, number)
                .putValue(ProcessNames.Variables.KANAL, channel.name())
                .putValue(ProcessNames.Variables.GEC_SAATI, Date.from(lateFrom));
        if (topic != null) {
            variables.putValue(ProcessNames.Variables.KONU, topic);
        }
        if (handledAs.isOral()) {
            variables.putValue(ProcessNames.Variables.EKSIKSIZ, !needsReview);
        }
        runtimeService.startProcessInstanceByKey(handledAs.processKey(), number, variables);
    }
}
