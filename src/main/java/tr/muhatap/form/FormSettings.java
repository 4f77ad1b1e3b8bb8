package tr.muhatap.form;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How forms are kept.
 *
 * @param key 32 random bytes in Base64 that encrypt them; empty: made at the first start and kept in the database
 */
@ConfigurationProperties("muhatap.form")
public record FormSettings(@DefaultValue("") String key) {}
