package tr.muhatap.engine.tuning;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine.
 *
 * @param tuning whether parts of the engine are replaced for speed; off, the engine's own do the same work, slower.
 *     Nothing that concerns security or stored data depends on it
 */
@ConfigurationProperties("muhatap.engine")
record EngineProperties(@DefaultValue("true") boolean tuning) {}
