package tr.muhatap.basvuru;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.channel.Channel;

/** Requests for information received on a channel other than that of 4982. */
@Component
public class InformationRequests {

    private final JdbcClient jdbc;

    InformationRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of the open ones. */
    public List<String> openOfOtherChannels() {
        return jdbc.sql("select number from basvuru where kind = :kind and channel <> :channel and status <> :closed")
                .param("kind", Kind.BILGI_ISTEMI.name())
                .param("channel", Channel.ofInformationLaw().name())
                .param("closed", Status.KAPANDI.name())
                .query(String.class)
                .list();
    }
}
