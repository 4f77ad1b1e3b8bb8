package tr.muhatap.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Time stamps of the log's heads by a server of RFC 3161.
 *
 * @param url address of the server; empty: no stamps, except in the demonstration, which runs a server of its own
 * @param every at most one stamp in so long, since a stamp usually costs money; it covers all heads before it
 * @param timeout how long one request may take as a whole
 */
@ConfigurationProperties("muhatap.time-stamp")
record StampSettings(
        @DefaultValue("") String url,
        @DefaultValue("1h") Duration every,
        @DefaultValue("10s") Duration timeout) {}
