package tr.muhatap.deadline;

import java.util.List;
import tr.muhatap.channel.Channel;

/** The published table of limits, in versions. Its one source is the decision table {@code hizmet-standartlari}. */
public interface ServiceStandards {

    /** The version that is in force. */
    int version();

    /**
     * The row that a version has for a channel; with {@code extended} the extended limit where the channel knows one. A version
     * that is not there any more is answered by the one in force.
     *
     * @throws NoServiceStandardException where the version has no row for the channel
     */
    ServiceStandard standard(Channel channel, boolean extended, int version);

    /** The same by the version in force. */
    default ServiceStandard standard(Channel channel, boolean extended) {
        return standard(channel, extended, version());
    }

    /** Every row of the version in force, in the order of the published table. */
    List<ServiceStandard> all();
}
