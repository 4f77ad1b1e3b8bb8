package tr.muhatap.takip;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tracking with number and code.
 *
 * @param key secret from which the codes are derived; whoever changes it ends them all. Empty, in the demonstration
 *     alone: one is made and kept in the database
 */
@ConfigurationProperties("muhatap.tracking")
record TrackingSettings(@DefaultValue("") String key) {}
