package tr.muhatap.channel;

import java.util.Arrays;
import java.util.stream.Stream;

/** Channels that have something in common, for parameterized tests. */
public final class ChannelCases {

    public static final String ORAL = "tr.muhatap.channel.ChannelCases#oral";
    public static final String NOT_4982 = "tr.muhatap.channel.ChannelCases#not4982";

    private ChannelCases() {}

    static Stream<Channel> oral() {
        return Arrays.stream(Channel.values()).filter(Channel::isOral);
    }

    static Stream<Channel> not4982() {
        return Arrays.stream(Channel.values()).filter(channel -> channel.informationLaw() != InformationLaw.ALWAYS);
    }
}
