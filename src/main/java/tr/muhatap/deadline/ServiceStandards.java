package tr.muhatap.deadline;

import java.util.List;
import tr.muhatap.channel.Channel;

/** The published table of limits, in versions, read from the decision table {@code hizmet-standartlari}. */
public interface ServiceStandards {

    /** The version in force. */
    int version();

    /**
     * The row of a version for a channel; {@code extended} selects the extended limit if the channel has one. A deleted
     * version is replaced by the one in force.
     *
     * @throws NoServiceStandardException if the version has no row for the channel
     */
    ServiceStandard standard(Channel channel, boolean extended, int version);

    /** As {@link #standard(Channel, boolean, int)}, with the version in force. */
    default ServiceStandard standard(Channel channel, boolean extended) {
        return standard(channel, extended, version());
    }

    /** Every row of the version in force, in the order of the published table. */
    List<ServiceStandard> all();
}
