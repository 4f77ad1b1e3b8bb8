package tr.muhatap.deadline;

import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/**
 * A version of the table of service standards has no row for a channel, e.g. because the channel was added by a later
 * version of the program. Only this channel's applications are affected.
 */
public final class NoServiceStandardException extends RuleViolationException {

    public NoServiceStandardException(Channel channel) {
        super(
                DeadlineRefusal.HIZMET_STANDARDI_YOK,
                Texts.of(
                        "deadline.no-service-standard-exception.hizmet-standartlari-tablosunda-kanalinin-satiri",
                        channel.label()));
    }
}
