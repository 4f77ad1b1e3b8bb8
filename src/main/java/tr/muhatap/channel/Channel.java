package tr.muhatap.channel;

import static tr.muhatap.channel.Particular.SOURCE;
import static tr.muhatap.channel.Particular.SUBMISSION;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.muhatap.access.Groups;

/**
 * A channel on which applications are received. The table below is the only place that distinguishes channels: all
 * other code reads the row's properties. Limits and papers stand in the decision table {@code hizmet-standartlari}, the
 * texts of the process in {@code bpmn/aile/metinler.properties}.
 *
 * <p>A class and not an enum, so that nobody can {@code switch} over channels and a test can add a row of its own.
 */
public final class Channel implements Comparable<Channel> {

    public static final Channel BILGI_EDINME = row("BILGI_EDINME", "4982 Bilgi Edinme")
            .process("bilgi-edinme", Family.BILGI_EDINME)
            .takenInBy(Groups.BILGI_EDINME_BIRIMI)
            .reviewedBy(Groups.BILGI_EDINME_BIRIMI)
            .routedBy(Groups.BILGI_EDINME_BIRIMI)
            .asks(SUBMISSION)
            .under4982(InformationLaw.ALWAYS)
            .onOwnPage()
            .build();

    public static final Channel CIMER = row("CIMER", "CİMER")
            .process("cimer", Family.YAZILI)
            .answered(AnswerWay.BACK_TO_SOURCE)
            .build();

    public static final Channel ACIK_KAPI = row("ACIK_KAPI", "Açık Kapı")
            .process("acik-kapi", Family.YAZILI)
            .answered(AnswerWay.BACK_TO_SOURCE)
            .build();

    public static final Channel BEYAZ_MASA = row("BEYAZ_MASA", "Beyaz Masa")
            .process("beyaz-masa", Family.SOZLU)
            .takenInBy(Groups.BEYAZ_MASA)
            .reviewedBy(Groups.BEYAZ_MASA)
            .build();

    public static final Channel BEYAZ_MASA_MOBIL = row("BEYAZ_MASA_MOBIL", "Beyaz Masa Mobil")
            .process("beyaz-masa-mobil", Family.SOZLU)
            .takenInBy(Groups.BEYAZ_MASA)
            .reviewedBy(Groups.BEYAZ_MASA)
            .build();

    public static final Channel ALO_153 = row("ALO_153", "ALO 153")
            .process("alo-153", Family.SOZLU)
            .takenInBy(Groups.CAGRI_MERKEZI)
            .reviewedBy(Groups.CAGRI_MERKEZI)
            .build();

    /** Code of the channel for applications from our own web page, for use in annotations. */
    public static final String OF_OWN_PAGE = "DIJITAL";

    public static final Channel DIJITAL = row(OF_OWN_PAGE, "Web, mobil, e-posta, sosyal medya")
            .process("dijital", Family.YAZILI)
            .asks(SOURCE)
            .onOwnPage()
            .build();

    /** In display order. A channel's code is stored: it never changes and has at most 20 characters. */
    static final List<Channel> ROWS = new CopyOnWriteArrayList<>(
            List.of(BILGI_EDINME, CIMER, ACIK_KAPI, BEYAZ_MASA, BEYAZ_MASA_MOBIL, ALO_153, DIJITAL));

    private final String name;
    private final String label;
    private final String processKey;
    private final Family family;
    private final @Nullable String desk;
    private final String reviewers;
    private final String routers;
    private final Set<Particular> particulars;
    private final AnswerWay answerWay;
    private final InformationLaw informationLaw;
    private final boolean ownPage;

    private Channel(Row row) {
        this.name = row.name;
        this.label = row.label;
        this.processKey = row.processKey;
        this.family = row.family;
        this.desk = row.desk;
        this.reviewers = row.reviewers;
        this.routers = row.routers;
        this.particulars = row.particulars;
        this.answerWay = row.answerWay;
        this.informationLaw = row.informationLaw;
        this.ownPage = row.ownPage;
    }

    /** Every channel, in display order. */
    public static Channel[] values() {
        return ROWS.toArray(Channel[]::new);
    }

    /** @throws IllegalArgumentException if there is no such channel */
    @JsonCreator
    public static Channel valueOf(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No channel " + name));
    }

    /** The channel of a code; empty if there is none. */
    public static Optional<Channel> find(@Nullable String name) {
        return ROWS.stream().filter(channel -> channel.name.equals(name)).findFirst();
    }

    /** The channels whose desk is one of the groups. */
    public static Set<Channel> ofDesks(Set<String> groups) {
        return ROWS.stream()
                .filter(channel -> channel.desk().filter(groups::contains).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The channel of applications from our own page, depending on whether information is requested. */
    public static Channel ofOwnPage(boolean asksForInformation) {
        return ROWS.stream()
                .filter(Channel::isOnOwnPage)
                .filter(channel -> (channel.informationLaw == InformationLaw.ALWAYS) == asksForInformation)
                .findFirst()
                .orElseThrow();
    }

    /** The channel whose limit applies in addition to the channel's own if information is requested. */
    public static Channel ofInformationLaw() {
        return ROWS.stream()
                .filter(channel -> channel.informationLaw == InformationLaw.ALWAYS)
                .findFirst()
                .orElseThrow();
    }

    /** The channel of telephone calls: the one whose desk is the call centre. */
    public static Channel ofCalls() {
        return ofDesks(Set.of(Groups.CAGRI_MERKEZI)).iterator().next();
    }

    /** The first channel whose answers are entered manually at an external source. */
    public static Channel ofSource() {
        return ROWS.stream()
                .filter(channel -> channel.answerWay() == AnswerWay.BACK_TO_SOURCE)
                .findFirst()
                .orElseThrow();
    }

    /** Codes of the channels that require a particular, as a phrase. */
    public static String namesAsking(Particular particular) {
        return ROWS.stream()
                .filter(channel -> channel.asks(particular))
                .map(Channel::name)
                .collect(Collectors.joining(", "));
    }

    /** Keys of the processes of a family's channels. */
    public static List<String> processKeysOf(Family family) {
        return ROWS.stream()
                .filter(channel -> channel.family == family)
                .map(Channel::processKey)
                .toList();
    }

    /** The code, as stored and used by the API. */
    @JsonValue
    public String name() {
        return name;
    }

    /** The channel's name shown to users. */
    public String label() {
        return label;
    }

    /** Key of its process, e.g. {@code beyaz-masa-mobil}; also the base name of its file in {@code bpmn/}. */
    public String processKey() {
        return processKey;
    }

    public Family family() {
        return family;
    }

    /** Whether a clerk records oral applications on it. */
    public boolean isOral() {
        return family.isOral();
    }

    /** Group of the desk that registers its applications and answers them; empty if only systems deliver. */
    public Optional<String> desk() {
        return Optional.ofNullable(desk);
    }

    /** The group that reviews. */
    public String reviewers() {
        return reviewers;
    }

    /** The group that routes to a unit. */
    public String routers() {
        return routers;
    }

    /** Whether a particular is required on this channel; otherwise it must be absent. */
    public boolean asks(Particular particular) {
        return particulars.contains(particular);
    }

    public AnswerWay answerWay() {
        return answerWay;
    }

    public InformationLaw informationLaw() {
        return informationLaw;
    }

    /** Whether 4982 applies to applications of this channel. */
    public boolean isUnder4982(boolean asksForInformation) {
        return switch (informationLaw) {
            case ALWAYS -> true;
            case WHERE_INFORMATION_IS_ASKED -> asksForInformation;
        };
    }

    /**
     * The channel that determines process, desk and steps: requests for information are handled under 4982 regardless
     * of the channel (Yönetmelik md. 9). The original channel still determines source and destination of the answer.
     */
    public Channel handledAs(boolean asksForInformation) {
        return isUnder4982(asksForInformation) ? ofInformationLaw() : this;
    }

    /** Whether the limit of 4982 applies in addition to the channel's own. */
    public boolean hasSecondLimit(boolean asksForInformation) {
        return informationLaw == InformationLaw.WHERE_INFORMATION_IS_ASKED && asksForInformation;
    }

    /** Whether citizens can register on it by our own page. */
    public boolean isOnOwnPage() {
        return ownPage;
    }

    /** Compares by display order. */
    @Override
    public int compareTo(Channel other) {
        return Integer.compare(ROWS.indexOf(this), ROWS.indexOf(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Channel channel && channel.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    static Row row(String name, String label) {
        return new Row(name, label);
    }

    /** Builder of a row; common values are defaults. */
    static final class Row {
        private final String name;
        private final String label;
        private String processKey = "";
        private Family family = Family.YAZILI;
        private @Nullable String desk;
        private String reviewers = Groups.HALKLA_ILISKILER;
        private String routers = Groups.HALKLA_ILISKILER;
        private Set<Particular> particulars = Set.of();
        private AnswerWay answerWay = AnswerWay.DIRECT;
        private InformationLaw informationLaw = InformationLaw.WHERE_INFORMATION_IS_ASKED;
        private boolean ownPage;

        private Row(String name, String label) {
            this.name = name;
            this.label = label;
        }

        Row process(String key, Family of) {
            this.processKey = key;
            this.family = of;
            return this;
        }

        Row takenInBy(String group) {
            this.desk = group;
            return this;
        }

        Row reviewedBy(String group) {
            this.reviewers = group;
            return this;
        }

        Row routedBy(String group) {
            this.routers = group;
            return this;
        }

        Row asks(Particular... asked) {
            this.particulars = Arrays.stream(asked).collect(Collectors.toUnmodifiableSet());
            return this;
        }

        Row answered(AnswerWay way) {
            this.answerWay = way;
            return this;
        }

        Row under4982(InformationLaw when) {
            this.informationLaw = when;
            return this;
        }

        Row onOwnPage() {
            this.ownPage = true;
            return this;
        }

        Channel build() {
            return new Channel(this);
        }
    }
}
