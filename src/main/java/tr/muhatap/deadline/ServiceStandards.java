package tr.muhatap.deadline;

import java.util.List;

/** The published table of limits. Its one source is the decision table {@code hizmet-standartlari}. */
public interface ServiceStandards {

    /** The row that holds for a channel; with {@code extended} the extended limit where the channel knows one. */
    ServiceStandard standard(Channel channel, boolean extended);

    /** Every row, in the order of the published table. */
    List<ServiceStandard> all();
}
