package tr.muhatap.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Data of the office in the KVKK text.
 *
 * @param controller the data controller: the municipality as a legal person, not one of its units
 * @param address its postal address
 * @param kep its registered e-mail address (KEP)
 * @param email its e-mail address for requests of data subjects
 * @param office the unit that works on applications for the controller
 * @param callsRecorded whether telephone calls are recorded, which has to be stated
 */
@ConfigurationProperties("muhatap.privacy")
public record PrivacySettings(
        @DefaultValue("Belediyemiz") String controller,
        @DefaultValue("") String address,
        @DefaultValue("") String kep,
        @DefaultValue("") String email,
        @DefaultValue("Halkla İlişkiler Şube Müdürlüğü") String office,
        @DefaultValue("false") boolean callsRecorded) {}
