package tr.muhatap.basvuru;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import tr.muhatap.access.Groups;
import tr.muhatap.deadline.Channel;

/** Which desk takes the applications of which channel. */
public final class Desks {

    private static final Set<Channel> ORAL = Set.of(Channel.BEYAZ_MASA, Channel.BEYAZ_MASA_MOBIL, Channel.ALO_153);

    private Desks() {}

    /** Whether a clerk takes the application down from the applicant's mouth. */
    public static boolean isOralChannel(Channel channel) {
        return ORAL.contains(channel);
    }

    /** The group of the desk that takes a channel's applications; empty for channels that only systems deliver. */
    public static Optional<String> of(Channel channel) {
        return switch (channel) {
            case BEYAZ_MASA, BEYAZ_MASA_MOBIL -> Optional.of(Groups.BEYAZ_MASA);
            case ALO_153 -> Optional.of(Groups.CAGRI_MERKEZI);
            case BILGI_EDINME -> Optional.of(Groups.BILGI_EDINME_BIRIMI);
            case CIMER, ACIK_KAPI, DIJITAL -> Optional.empty();
        };
    }

    /** The channels whose desk one of the groups is. */
    static Set<Channel> channelsOf(Set<String> groups) {
        return Arrays.stream(Channel.values())
                .filter(channel -> of(channel).filter(groups::contains).isPresent())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
