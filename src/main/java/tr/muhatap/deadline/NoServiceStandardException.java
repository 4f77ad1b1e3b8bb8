package tr.muhatap.deadline;

import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/**
 * A version of the table of service standards has no row for a channel, e.g. since the channel came with a later version of the
 * program. Nothing else than this channel's own applications is refused.
 */
public final class NoServiceStandardException extends RuleViolationException {

    public NoServiceStandardException(Channel channel) {
        super(
                DeadlineRefusal.HIZMET_STANDARDI_YOK,
                "Hizmet standartları tablosunda “" + channel.label()
                        + "” kanalının satırı yok; süre hesaplanamıyor. Süreç sahibi satırı ekleyip tabloyu yayımlamalıdır.");
    }
}
