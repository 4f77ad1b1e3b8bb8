package tr.muhatap.takip;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of tracking.
 *
 * @param key secret from which the codes are derived; changing it invalidates them all. Empty, in the demonstration
 *     only: generated and stored in the database
 */
@ConfigurationProperties("muhatap.tracking")
record TrackingSettings(@DefaultValue("") String key) {}
