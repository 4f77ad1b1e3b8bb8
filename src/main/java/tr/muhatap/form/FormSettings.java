package tr.muhatap.form;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encryption of stored forms.
 *
 * @param key 32 random bytes in Base64; empty: generated at the first start and stored in the database
 */
@ConfigurationProperties("muhatap.form")
public record FormSettings(@DefaultValue("") String key) {}
